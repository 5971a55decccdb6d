package org.expomotif.compare;

import java.util.Arrays;

/**
 * The scores of a query's columns against all target columns without bins: each less the median of its query column
 * (complete scores), as a whole multiple of a step.
 *
 * <p>The step is a power of two, so small that the greatest sum fits into 60 bits. Sums of multiples are exact,
 * whatever their order, so that two alignments of the same score tie. Scores of one query column that differ by less
 * than {@value #SAME} of the greatest count as the same: the two strands of a target add up the letters in another
 * order.
 *
 * @param values by query column and target column
 * @param step what a multiple stands for
 */
record ExactColumns(long[][] values, double step) {
    private static final double SAME = 1e-13;

    /** The scores of one query. */
    static ExactColumns of(ComparedMotif query, TargetSet targets, ColumnScorer scorer, boolean complete) {
        int width = query.width();
        double[][] scores = new double[width][targets.columnCount()];
        double greatest = 0;
        for (int i = 0; i < width; i++) {
            scorer.score(query.columns()[i], query.sites(), scores[i]);
            greatest = Math.max(greatest, unify(scores[i], complete));
        }
        double step = Math.scalb(1.0, Math.getExponent(Math.max(greatest, Double.MIN_NORMAL) * width) - 60);
        long[][] values = new long[width][targets.columnCount()];
        for (int i = 0; i < width; i++) {
            for (int t = 0; t < values[i].length; t++) {
                values[i][t] = Math.round(scores[i][t] / step);
            }
        }
        return new ExactColumns(values, step);
    }

    /** Gives scores that are the same one value, less the median where wanted; returns the greatest size of one. */
    private static double unify(double[] scores, boolean complete) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double slack = SAME * Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
        double[] first = sorted.clone();
        for (int k = 1; k < n; k++) {
            if (sorted[k] - sorted[k - 1] <= slack) {
                first[k] = first[k - 1];
            }
        }
        double median = complete ? (first[Math.max(1, n / 2) - 1] + first[(n + 1) / 2 - 1]) / 2 : 0;
        double greatest = 0;
        for (int t = 0; t < n; t++) {
            scores[t] = first[Arrays.binarySearch(sorted, scores[t])] - median;
            greatest = Math.max(greatest, Math.abs(scores[t]));
        }
        return greatest;
    }

    int width() {
        return values.length;
    }
}
