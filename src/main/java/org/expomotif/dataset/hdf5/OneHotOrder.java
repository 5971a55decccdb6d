package org.expomotif.dataset.hdf5;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.io.hdf5.Hdf5Array;

/**
 * Which axis of a one-hot array is which. Samples come first (N x 4 x L, N x L x 4, N x 4 x 1 x L) or last, as in files
 * of MATLAB, which stores axes in reverse order.
 *
 * @param samples the axis of the sequences
 * @param channels the axis of A, C, G and T, which has the length 4
 * @param positions the axis of the bases
 */
record OneHotOrder(int samples, int channels, int positions) {
    private static final int BASES = 4;

    /**
     * Finds the order from the shapes of the sequences and of their labels.
     *
     * @throws org.expomotif.run.UserException when the shapes do not fit, or fit in several orders
     */
    static OneHotOrder of(Hdf5Array sequences, Hdf5Array labels) {
        long[] shape = sequences.shape();
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < shape.length; i++) {
            // Basset has an axis of length 1 in between.
            boolean between = shape.length == 4 && i > 0 && i < 3 && shape[i] == 1 && axes.size() == i;
            if (!between) {
                axes.add(i);
            }
        }
        if (axes.size() != 3) {
            throw sequences
                    .fault("this is not an array of one-hot sequences")
                    .expected("three axes, such as N x 4 x L or N x L x 4, or four as in N x 4 x 1 x L")
                    .found("a shape of " + sequences.shapeText());
        }
        List<OneHotOrder> fitting = new ArrayList<>();
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {2, 1, 0}, {2, 0, 1}}) {
            OneHotOrder one = new OneHotOrder(axes.get(order[0]), axes.get(order[1]), axes.get(order[2]));
            if (shape[one.channels] == BASES && one.fits(shape[one.samples], labels.shape())) {
                fitting.add(one);
            }
        }
        if (fitting.isEmpty()) {
            throw sequences
                    .fault("the shape does not fit that of the labels")
                    .expected("an axis of length 4 for A, C, G and T, and one row of labels per sequence")
                    .found("sequences of " + sequences.shapeText() + " and labels (" + labels.name() + ") of "
                            + labels.shapeText());
        }
        boolean last = sequences.isOfMatlab();
        if (fitting.size() > 1) {
            fitting.removeIf(one -> one.isLast() != last);
        }
        if (fitting.size() != 1) {
            throw sequences
                    .fault("the order of the axes is not clear")
                    .expected("one axis of length 4")
                    .found("a shape of " + sequences.shapeText());
        }
        return fitting.getFirst();
    }

    /** Whether the samples are the last axis, as in files of MATLAB. */
    boolean isLast() {
        return samples > positions;
    }

    /** Labels have the axis of the samples at the same end. */
    private boolean fits(long number, long[] labels) {
        return switch (labels.length) {
            case 1 -> labels[0] == number;
            case 2 -> labels[isLast() ? 1 : 0] == number;
            default -> false;
        };
    }

    /** The order as text: {@code N x 4 x L}. */
    String text(int rank) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            names.add(i == samples ? "N" : i == channels ? "4" : i == positions ? "L" : "1");
        }
        return String.join(" x ", names);
    }
}
