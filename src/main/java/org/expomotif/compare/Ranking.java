package org.expomotif.compare;

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
    /**
     * Ranks alignments.
     *
     * @param single whether p-values are rounded to single precision first, as Tomtom does with complete scores
     * @param draws indices of p-values, from which the proportion of true nulls is estimated
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

    /** Starts from the order by rank and sorts that, each time keeping equals in their order, by overlap and by p. */
    private static int[] order(double[] p, int[] overlaps, TargetSet targets) {
        int n = p.length;
        long[] keys = new long[n];
        for (int t = 0; t < n; t++) {
            keys[t] = Integer.MAX_VALUE - overlaps[t];
        }
        int[] order = StableSort.byKeys(targets.byRank(), keys);
        for (int t = 0; t < n; t++) {
            keys[t] = Double.doubleToRawLongBits(p[t]);
        }
        return StableSort.byKeys(order, keys);
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
