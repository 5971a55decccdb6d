package org.expomotif.compare;

import java.util.Arrays;

/**
 * A query's oriented targets from the best to the worst, with their q-values.
 *
 * <p>Tomtom keeps p-values in single precision, and sorts, ties and computes q by them: by p, then the larger overlap,
 * then file, strand and identifier. Below {@link Float#MIN_NORMAL} single precision loses its digits and at last all of
 * p; there the p-value in double precision takes its place.
 *
 * @param order oriented targets, best first
 * @param pValues their p-values as Tomtom rounds them, in that order
 * @param qValues their q-values, in that order
 */
record Ranking(int[] order, double[] pValues, double[] qValues) {
    /** Bits of a key for the place among equals. */
    private static final int RANK_BITS = 21;

    /** Most targets on both strands that a key has room for. */
    static final int MOST = 1 << RANK_BITS;

    /**
     * Ranks alignments.
     *
     * @param single whether p-values are rounded to single precision first, as Tomtom does with complete scores
     * @param random where the estimate of the proportion of true nulls draws from
     */
    static Ranking of(Alignments alignments, boolean single, TargetSet targets, MersenneTwister random) {
        int n = targets.orientedCount();
        double[] p = alignments.pValues().clone();
        if (single) {
            for (int t = 0; t < n; t++) {
                p[t] = rounded(p[t]);
            }
        }
        int[] order = order(p, alignments.overlaps(), targets);
        double[] ascending = new double[n];
        for (int i = 0; i < n; i++) {
            ascending[i] = p[order[i]];
        }
        return new Ranking(order, ascending, qValues(ascending, NullProportion.estimate(ascending, random)));
    }

    /** Sorts the few values that occur with the places where they do, and only equals by overlap and rank. */
    private static int[] order(double[] p, int[] overlaps, TargetSet targets) {
        int n = p.length;
        int[] byRank = new int[n];
        long[] keys = new long[n];
        for (int t = 0; t < n; t++) {
            byRank[targets.rank(t)] = t;
            keys[t] = (long) (Integer.MAX_VALUE >> 1) - overlaps[t] << RANK_BITS | targets.rank(t);
        }
        Arrays.sort(keys);
        int[] tied = new int[n];
        for (int i = 0; i < n; i++) {
            tied[i] = byRank[(int) keys[i] & MOST - 1];
        }
        return Arrays.stream(tied)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(t -> p[t]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Single precision where it has all its digits. */
    static double rounded(double value) {
        float single = (float) value;
        return single < Float.MIN_NORMAL ? value : single;
    }

    /** Least false discovery rates: {@code min over j >= i of min(1, pi0 p_j m / j)}. */
    static double[] qValues(double[] ascending, double pi0) {
        int m = ascending.length;
        double[] q = new double[m];
        double least = 1;
        for (int i = m - 1; i >= 0; i--) {
            least = Math.min(least, pi0 * ascending[i] * m / (i + 1));
            q[i] = least;
        }
        return q;
    }
}
