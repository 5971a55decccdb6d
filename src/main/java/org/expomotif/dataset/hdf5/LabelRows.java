package org.expomotif.dataset.hdf5;

import org.expomotif.io.hdf5.Hdf5Array;
import org.expomotif.io.table.CFormat;

/** The labels of an array, one sequence after the other: 0, 1, or NaN where they are unknown. */
final class LabelRows {
    private final Hdf5Array array;
    private final int samples;
    private final int classes;
    private final Slices slices;

    /** Creates the rows; the samples are the last axis of the array, or the first one. */
    LabelRows(Hdf5Array array, boolean isLast, Limits limits) {
        this.array = array;
        long[] shape = array.shape();
        this.samples = isLast ? shape.length - 1 : 0;
        this.classes = Math.toIntExact(array.perIndex(samples));
        this.slices = new Slices(array, samples, limits);
    }

    /** Number of classes. */
    int classes() {
        return classes;
    }

    /**
     * Reads the labels of a sequence.
     *
     * @param labels receives 0, 1 or NaN for each class
     * @throws org.expomotif.run.UserException when a number is none of these; the message has its index
     */
    void read(long sample, float[] labels) {
        slices.move(sample);
        int start = slices.start(sample);
        int step = classes == 1 ? 1 : slices.step(1 - samples);
        for (int i = 0; i < classes; i++) {
            double label = slices.at(start + i * step);
            if (label != 0 && label != 1 && !Double.isNaN(label)) {
                String index = array.shape().length == 1
                        ? Long.toString(sample)
                        : samples == 0 ? sample + ", " + i : i + ", " + sample;
                throw array.fault("[" + index + "]", "this is not a label")
                        .expected("0, 1 or NaN")
                        .found(CFormat.g(label, 6));
            }
            labels[i] = (float) label;
        }
    }
}
