package org.expomotif.compare;

import org.expomotif.compare.score.Alignments;
import org.expomotif.compare.score.RadixSort;
import org.expomotif.compare.score.TargetSet;
import org.expomotif.stats.NullProportion;

/**
 * The oriented targets of a query from best to worst, with their q-values.
 *
 * <p>Tomtom rounds p-values to single precision before it sorts them and computes q-values: it sorts by p-value, then
 * by larger overlap, then by file, strand and identifier. Below {@link Float#MIN_NORMAL}, where single precision loses
 * digits and then underflows to 0, the p-value in double precision is used.
 *
 * @param order oriented targets, best first
 * @param pValues their p-values, rounded as in Tomtom, in that order
 * @param qValues their q-values, in that order
 */
record Ranking(int[] order, double[] pValues, double[] qValues) {
    /**
     * Ranks alignments.
     *
     * @param single whether p-values are first rounded to single precision, as Tomtom does with complete scores
     * @param draws indices of p-values for the estimate of the proportion of true nulls
     */
    static Ranking of(Alignments alignments, boolean single, TargetSet targets, int[] draws) {
        int n = targets.orientedCount();
        double[] p = single ? rounded(alignments.pValues()) : alignments.pValues();
        int[] order = order(p, alignments.overlaps(), targets);
        double[] ascending = new double[n];
        for (int i = 0; i < n; i++) {
            ascending[i] = p[order[i]];
        }
        return new Ranking(order, ascending, qValues(ascending, NullProportion.estimate(ascending, draws)));
    }

    private static double[] rounded(double[] values) {
        double[] rounded = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            rounded[t] = rounded(values[t]);
        }
        return rounded;
    }

    /** Sorts the targets, listed by rank, by overlap and then by p-value; both sorts are stable. */
    private static int[] order(double[] p, int[] overlaps, TargetSet targets) {
        int n = p.length;
        long[] keys = new long[n];
        for (int t = 0; t < n; t++) {
            keys[t] = (long) Integer.MAX_VALUE - overlaps[t];
        }
        int[] order = RadixSort.byKeys(targets.byRank(), keys);
        for (int t = 0; t < n; t++) {
            keys[t] = Double.doubleToRawLongBits(p[t]);
        }
        return RadixSort.byKeys(order, keys);
    }

    /** Rounds to single precision, except below its normal range. */
    static double rounded(double value) {
        float single = (float) value;
        return single < Float.MIN_NORMAL ? value : single;
    }

    /** Minimum false discovery rates: {@code min over j >= i of min(1, pi0 p_j m / j)}. */
    static double[] qValues(double[] ascending, double pi0) {
        int m = ascending.length;
        double[] q = new double[m];
        double minimum = 1;
        for (int i = m - 1; i >= 0; i--) {
            minimum = Math.min(minimum, pi0 * ascending[i] * m / (i + 1));
            q[i] = minimum;
        }
        return q;
    }
}
