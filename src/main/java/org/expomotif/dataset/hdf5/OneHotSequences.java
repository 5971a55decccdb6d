package org.expomotif.dataset.hdf5;

import java.util.Arrays;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.hdf5.Hdf5Array;
import org.expomotif.io.table.CFormat;
import org.expomotif.run.UserException;

/**
 * The sequences of a one-hot array, one after the other: a base has 1 in the channel A, C, G or T and 0 in the others,
 * an unknown base has 0 or 0.25 in all of them.
 */
final class OneHotSequences {
    private static final int CHANNELS = 4;
    private static final double UNKNOWN = 0.25;

    private final Hdf5Array array;
    private final OneHotOrder order;
    private final Slices slices;

    OneHotSequences(Hdf5Array array, OneHotOrder order, Limits limits) {
        this.array = array;
        this.order = order;
        this.slices = new Slices(array, order.samples(), limits);
    }

    /** Number of sequences. */
    long number() {
        return array.shape()[order.samples()];
    }

    /** Bases per sequence. */
    long length() {
        return array.shape()[order.positions()];
    }

    /**
     * Reads a sequence.
     *
     * @param letters receives its letters, of which there are {@link #length}
     * @throws UserException when a number cannot be part of a one-hot array; the message has its index
     */
    void read(long sample, byte[] letters) {
        slices.move(sample);
        int start = slices.start(sample);
        int channelStep = slices.step(order.channels());
        int positionStep = slices.step(order.positions());
        for (int i = 0; i < letters.length; i++) {
            int at = start + i * positionStep;
            double a = slices.at(at);
            double c = slices.at(at + channelStep);
            double g = slices.at(at + 2 * channelStep);
            double t = slices.at(at + 3 * channelStep);
            int code = code(a, c, g, t);
            if (code < 0) {
                throw fault(sample, i, a, c, g, t);
            }
            letters[i] = Nucleotide.letter(code);
        }
    }

    /** The code of a base; negative if the numbers are not those of one. */
    private static int code(double a, double c, double g, double t) {
        if (a == 0) {
            if (c == 0) {
                if (g == 0) {
                    return t == 1 ? Nucleotide.T : t == 0 ? Nucleotide.UNKNOWN : -1;
                }
                return g == 1 && t == 0 ? Nucleotide.G : -1;
            }
            return c == 1 && g == 0 && t == 0 ? Nucleotide.C : -1;
        }
        if (a == 1) {
            return c == 0 && g == 0 && t == 0 ? Nucleotide.A : -1;
        }
        return a == UNKNOWN && c == UNKNOWN && g == UNKNOWN && t == UNKNOWN ? Nucleotide.UNKNOWN : -1;
    }

    private UserException fault(long sample, int position, double... found) {
        StringBuilder numbers = new StringBuilder();
        for (int channel = 0; channel < CHANNELS; channel++) {
            numbers.append(channel == 0 ? "" : ", ").append(CFormat.g(found[channel], 6));
        }
        String[] index = new String[array.shape().length];
        Arrays.fill(index, "0");
        index[order.samples()] = Long.toString(sample);
        index[order.channels()] = ":";
        index[order.positions()] = Integer.toString(position);
        return array.fault("[" + String.join(", ", index) + "]", "these are not the numbers of a base")
                .expected("one 1 and three 0, or four 0 or four 0.25 for an unknown base")
                .found(numbers.toString());
    }
}
