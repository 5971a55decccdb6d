package org.expomotif.compare.score;

import java.util.Arrays;

/**
 * The scores of the columns of a query against all target columns, without bins. With complete scores, the median of
 * the query column is subtracted. Each score is an integer multiple of a step.
 *
 * <p>The step is a power of two, chosen so that the largest sum fits into 60 bits. Sums of multiples are exact in any
 * order, so two alignments with the same score tie. Scores of one query column that differ by at most
 * {@value #TOLERANCE} times the largest count as equal, because the two strands of a target sum the letters in a
 * different order.
 *
 * @param values multiples of the step, by query column and target column
 * @param step score of one unit
 */
record UnroundedColumns(long[][] values, double step) {
    private static final double TOLERANCE = 1e-13;

    /** The scores of one query. */
    static UnroundedColumns of(ComparedMotif query, TargetSet targets, ColumnScorer scorer, boolean complete) {
        int width = query.width();
        double[][] scores = new double[width][targets.columnCount()];
        double maximum = 0;
        for (int i = 0; i < width; i++) {
            scorer.score(query.columns()[i], query.sites(), scores[i]);
            maximum = Math.max(maximum, mergeEqual(scores[i], complete));
        }
        double step = Math.scalb(1.0, Math.getExponent(Math.max(maximum, Double.MIN_NORMAL) * width) - 60);
        long[][] values = new long[width][targets.columnCount()];
        for (int i = 0; i < width; i++) {
            for (int t = 0; t < values[i].length; t++) {
                values[i][t] = Math.round(scores[i][t] / step);
            }
        }
        return new UnroundedColumns(values, step);
    }

    /**
     * Replaces nearly equal scores by one value and subtracts the median for complete scores.
     *
     * @return the maximum absolute score
     */
    private static double mergeEqual(double[] scores, boolean complete) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double slack = TOLERANCE * Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
        double[] first = sorted.clone();
        for (int k = 1; k < n; k++) {
            if (sorted[k] - sorted[k - 1] <= slack) {
                first[k] = first[k - 1];
            }
        }
        double median = complete ? (first[Math.max(1, n / 2) - 1] + first[(n + 1) / 2 - 1]) / 2 : 0;
        double maximum = 0;
        for (int t = 0; t < n; t++) {
            scores[t] = first[Arrays.binarySearch(sorted, scores[t])] - median;
            maximum = Math.max(maximum, Math.abs(scores[t]));
        }
        return maximum;
    }

    int width() {
        return values.length;
    }
}
