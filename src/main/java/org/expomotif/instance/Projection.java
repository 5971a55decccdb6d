package org.expomotif.instance;

import java.util.Arrays;

/**
 * Weighted sums of base scores over the windows of a map. The weight of a position is the information content of its
 * column of the motif, so that bases at positions where any letter will do count for nothing.
 */
final class Projection {
    private final float[] weights;

    /**
     * Creates a projection.
     *
     * @param weights one weight per position of the window
     */
    Projection(float[] weights) {
        this.weights = weights;
    }

    /** The projection for the reverse complement of the motif. */
    Projection reverse() {
        float[] reversed = new float[weights.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = weights[weights.length - 1 - i];
        }
        return new Projection(reversed);
    }

    /** Number of windows of a map of the given length. */
    int windows(int length) {
        return Math.max(0, length - weights.length + 1);
    }

    /** The maximum absolute value of any window whose base scores have at most the given absolute value. */
    double bound(double maximumScore) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum * maximumScore;
    }

    /**
     * Computes the sums of all windows.
     *
     * @param map one score per base
     * @param out receives one sum per window, in the order of their starts
     */
    void of(float[] map, float[] out) {
        int windows = windows(map.length);
        Arrays.fill(out, 0, windows, 0);
        for (int position = 0; position < weights.length; position++) {
            float weight = weights[position];
            for (int start = 0; start < windows; start++) {
                out[start] += weight * map[start + position];
            }
        }
    }
}
