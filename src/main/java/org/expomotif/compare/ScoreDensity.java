package org.expomotif.compare;

import java.util.Arrays;

/**
 * The probabilities of integer scores, from a lowest score upwards.
 *
 * @param lowest the score of the first probability
 * @param probabilities one a score
 */
record ScoreDensity(int lowest, double[] probabilities) {
    /** Nothing added up yet: 0 for sure. */
    static final ScoreDensity ZERO = new ScoreDensity(0, new double[] {1});

    /** What the histogram of a query column says: each of the target columns is as likely. */
    static ScoreDensity of(int[] histogram, int columns) {
        int top = histogram.length - 1;
        while (histogram[top] == 0) {
            top--;
        }
        int bottom = 0;
        while (histogram[bottom] == 0) {
            bottom++;
        }
        double[] density = new double[top - bottom + 1];
        for (int x = 0; x < density.length; x++) {
            density[x] = (double) histogram[bottom + x] / columns;
        }
        return new ScoreDensity(bottom, density);
    }

    /** The density of the sum of two independent scores. */
    ScoreDensity plus(ScoreDensity other) {
        double[] sum = new double[probabilities.length + other.probabilities.length - 1];
        double[] weights = other.probabilities;
        int x = 0;
        for (; x + 4 <= weights.length; x += 4) {
            addFour(weights, probabilities, sum, x);
        }
        for (; x < weights.length; x++) {
            add(weights[x], probabilities, 0, probabilities.length, sum, x);
        }
        return new ScoreDensity(lowest + other.lowest, sum);
    }

    /** Four weights at a time: a sum is loaded and stored once for four products. */
    private static void addFour(double[] weights, double[] values, double[] sum, int shift) {
        double w0 = weights[shift];
        double w1 = weights[shift + 1];
        double w2 = weights[shift + 2];
        double w3 = weights[shift + 3];
        int n = values.length;
        for (int k = 0; k < 4; k++) {
            add(weights[shift + k], values, 0, Math.min(n, 3 - k), sum, shift + k);
            add(weights[shift + k], values, Math.max(n - k, Math.min(n, 3 - k)), n, sum, shift + k);
        }
        for (int y = 3; y < n; y++) {
            sum[shift + y] += (w0 * values[y] + w1 * values[y - 1]) + (w2 * values[y - 2] + w3 * values[y - 3]);
        }
    }

    private static void add(double weight, double[] values, int from, int to, double[] sum, int shift) {
        for (int y = from; y < to; y++) {
            sum[shift + y] += weight * values[y];
        }
    }

    /** P(score >= s) for s from 0 to the greatest score, summed from the top; 1 up to the lowest score. */
    double[] tails() {
        double[] tails = new double[lowest + probabilities.length];
        double tail = 0;
        for (int x = probabilities.length - 1; x >= 0; x--) {
            tail += probabilities[x];
            tails[lowest + x] = Math.min(1, tail);
        }
        Arrays.fill(tails, 0, Math.min(tails.length, lowest + 1), 1);
        return tails;
    }

    /**
     * P(score >= bound) for consecutive bounds, summed from the top.
     *
     * @param first the bound of the first tail
     */
    void tails(int first, double[] tails) {
        double tail = 0;
        int next = probabilities.length - 1;
        for (int f = tails.length - 1; f >= 0; f--) {
            int bound = first + f - lowest;
            while (next >= 0 && next >= bound) {
                tail += probabilities[next--];
            }
            tails[f] = bound <= 0 ? 1 : Math.min(1, tail);
        }
    }
}
