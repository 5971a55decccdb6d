package org.expomotif.compare.score;

import java.util.Arrays;

/**
 * The probabilities of consecutive integer scores.
 *
 * @param lowest score of the first probability
 * @param probabilities one per score
 */
public record ScoreDensity(int lowest, double[] probabilities) {
    /** The sum of no scores: 0 with probability 1. */
    static final ScoreDensity ZERO = new ScoreDensity(0, new double[] {1});

    /** The density from the histogram of a query column, all target columns equally likely. */
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

    /** P(score >= s) for s from 0 to the highest score, summed from the top; 1 up to the lowest score. */
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
     * Computes P(score >= bound) for consecutive bounds, summed from the top.
     *
     * @param first bound of the first tail
     * @param tails receives the probabilities
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
