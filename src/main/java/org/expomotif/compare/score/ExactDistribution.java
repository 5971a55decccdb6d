package org.expomotif.compare.score;

import java.util.Arrays;

/**
 * The distribution of a sum of scores in the units of {@link UnroundedColumns}, which keep the digits of double
 * precision: every sum that can occur and its probability.
 *
 * @param sums ascending, all distinct
 * @param probabilities one per sum
 * @param tails P(sum >= sums[i]), summed from the top, followed by 0
 */
record ExactDistribution(long[] sums, double[] probabilities, double[] tails) {
    /** Maximum number of pairs of sums that a distribution is computed from. */
    static final long MAX_SUMS = 1L << 21;

    /** The sum of no scores: 0 with probability 1. */
    static final ExactDistribution ZERO = merged(new long[1], new double[] {1});

    /** The distribution of one score, all values equally likely. */
    static ExactDistribution of(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] each = new double[sorted.length];
        Arrays.fill(each, 1.0 / sorted.length);
        return merged(sorted, each);
    }

    /** The distribution of the sum of two independent scores, of at most {@link #MAX_SUMS} pairs of sums. */
    ExactDistribution plus(ExactDistribution other) {
        int n = sums.length;
        int m = other.sums.length;
        long lowest = sums[0] + other.sums[0];
        long[] above = new long[n * m];
        int[] pairs = new int[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                above[i * m + j] = sums[i] + other.sums[j] - lowest;
                pairs[i * m + j] = i * m + j;
            }
        }
        int[] order = RadixSort.byKeys(pairs, above);
        long[] sorted = new long[n * m];
        double[] chances = new double[n * m];
        for (int k = 0; k < order.length; k++) {
            sorted[k] = lowest + above[order[k]];
            chances[k] = probabilities[order[k] / m] * other.probabilities[order[k] % m];
        }
        return merged(sorted, chances);
    }

    private static ExactDistribution merged(long[] ascending, double[] chances) {
        long[] sums = new long[ascending.length];
        double[] probabilities = new double[ascending.length];
        int found = 0;
        for (int k = 0; k < ascending.length; k++) {
            if (found == 0 || ascending[k] != sums[found - 1]) {
                sums[found++] = ascending[k];
            }
            probabilities[found - 1] += chances[k];
        }
        double[] tails = new double[found + 1];
        for (int i = found - 1; i >= 0; i--) {
            tails[i] = tails[i + 1] + probabilities[i];
        }
        return new ExactDistribution(Arrays.copyOf(sums, found), Arrays.copyOf(probabilities, found), tails);
    }

    /** The probability that the sum of two independent scores reaches a bound, computed without listing the sums. */
    double tailWith(ExactDistribution other, long bound) {
        double tail = 0;
        int j = other.sums.length;
        for (int i = 0; i < sums.length; i++) {
            while (j > 0 && other.sums[j - 1] >= bound - sums[i]) {
                j--;
            }
            tail += probabilities[i] * other.tails[j];
        }
        return Math.min(1, tail);
    }
}
