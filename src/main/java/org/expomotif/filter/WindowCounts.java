package org.expomotif.filter;

import org.expomotif.dna.Nucleotide;

/** Counts of the bases in each column over the windows of one filter. */
final class WindowCounts {
    private final long[][] quarters;
    private int windows;
    private int sequences;
    private int lastSequence = -1;

    WindowCounts(int width) {
        quarters = new long[width][4];
    }

    /**
     * Adds a window. An unknown base counts as a quarter of each base. Counts are integers in units of a quarter, so
     * their sums are exact in any order.
     */
    void add(byte[] codes, int start, int sequence) {
        for (int i = 0; i < quarters.length; i++) {
            byte code = codes[start + i];
            if (code == Nucleotide.UNKNOWN) {
                for (int base = 0; base < 4; base++) {
                    quarters[i][base]++;
                }
            } else {
                quarters[i][code] += 4;
            }
        }
        windows++;
        sequences += sequence == lastSequence ? 0 : 1;
        lastSequence = sequence;
    }

    int windows() {
        return windows;
    }

    int sequences() {
        return sequences;
    }

    /** The mean of the one-hot windows; uniform when there are fewer than two windows. */
    double[][] probabilities() {
        double[][] matrix = new double[quarters.length][4];
        for (int i = 0; i < matrix.length; i++) {
            for (int base = 0; base < 4; base++) {
                matrix[i][base] = windows < 2 ? 0.25 : quarters[i][base] / 4.0 / windows;
            }
        }
        return matrix;
    }
}
