package org.expomotif.compare.score;

import java.util.Arrays;

/** Computes densities of sums of independent scores. Not thread-safe: the working arrays are reused. */
public final class DensityConvolution {
    /** Number of weights handled by one pass over the sums. */
    private static final int STEP = 4;

    private final double[][] shifted = new double[STEP][0];
    private double[] sums = new double[0];

    /**
     * Returns the density of the sum of two independent scores.
     *
     * <p>Each pass adds the products of four probabilities of the second density with all probabilities of the first.
     * The four lowest sums are then complete, and the others move down by four places.
     */
    public ScoreDensity sum(ScoreDensity first, ScoreDensity second) {
        int n = first.probabilities().length;
        int m = second.probabilities().length;
        double[] weights = Arrays.copyOf(second.probabilities(), (m + STEP - 1) / STEP * STEP);
        shift(first.probabilities());
        double[] all = new double[n + m - 1];
        for (int x = 0; x < weights.length; x += STEP) {
            add(weights, x, shifted[0], shifted[1], shifted[2], shifted[3], sums, n + STEP - 1);
            System.arraycopy(sums, 0, all, x, Math.min(STEP, all.length - x));
        }
        int done = Math.min(weights.length, all.length);
        System.arraycopy(sums, STEP, all, done, all.length - done);
        return new ScoreDensity(first.lowest() + second.lowest(), all);
    }

    /**
     * Copies the values into four arrays, each copy one place further up and padded with zeros, and clears the sums.
     */
    private void shift(double[] values) {
        int n = values.length;
        if (sums.length < n + 2 * STEP) {
            sums = new double[2 * n + 2 * STEP];
            for (int j = 0; j < STEP; j++) {
                shifted[j] = new double[2 * n + 2 * STEP];
            }
        }
        for (int j = 0; j < STEP; j++) {
            System.arraycopy(values, 0, shifted[j], j, n);
            Arrays.fill(shifted[j], 0, j, 0);
            Arrays.fill(shifted[j], n + j, n + STEP, 0);
        }
        Arrays.fill(sums, 0, n + 2 * STEP, 0);
    }

    /**
     * All arrays share one index, and no element below it is read: otherwise the compiler does not vectorize the loop.
     */
    private static void add(
            double[] weights, int x, double[] a, double[] b, double[] c, double[] d, double[] sums, int length) {
        double w0 = weights[x];
        double w1 = weights[x + 1];
        double w2 = weights[x + 2];
        double w3 = weights[x + 3];
        for (int y = 0; y < length; y++) {
            sums[y] = sums[y + STEP] + ((w0 * a[y] + w1 * b[y]) + (w2 * c[y] + w3 * d[y]));
        }
    }
}
