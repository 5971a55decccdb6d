package org.expomotif.compare;

/**
 * The integer scores of a query's columns against all target columns: 0 to 100, with the median of each query column at
 * one and the same integer, which is also what a query column outside the overlap scores (complete scores).
 *
 * <p>For query column i with scores S_it and lower median m_i, D_it = S_it - m_i. With lo and hi the extremes of all D,
 * o = floor(lo) and g = floor(100 / (hi - o)), X_it = floor((D_it - o) g + 1/2) and the median is z = -o g.
 */
final class QueryScores {
    /** The greatest integer score. */
    static final int RANGE = 100;

    private final byte[][] scores;
    private final int[][] histograms;
    private final int median;
    private final boolean flat;

    QueryScores(ComparedMotif query, TargetSet targets, ColumnDistance distance, Workspace workspace) {
        int width = query.width();
        int columns = targets.columnCount();
        double[][] shifted = workspace.scores(width, columns);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < width; i++) {
            double[] row = shifted[i];
            distance.scores(query.columns()[i], targets.columns(), row);
            double middle = workspace.medians().median(row);
            for (int t = 0; t < columns; t++) {
                row[t] -= middle;
                low = Math.min(low, row[t]);
                high = Math.max(high, row[t]);
            }
        }
        if (low == high) {
            low = high - 1;
        }
        double origin = Math.floor(low);
        double scale = Math.floor(RANGE / (high - origin));
        median = (int) (-origin * scale);
        flat = scale == 0;
        scores = new byte[width][columns];
        histograms = new int[width][RANGE + 1];
        for (int i = 0; i < width; i++) {
            for (int t = 0; t < columns; t++) {
                int score = (int) Math.floor((shifted[i][t] - origin) * scale + 0.5);
                scores[i][t] = (byte) score;
                histograms[i][score]++;
            }
        }
    }

    /** Scores of a query column, one a target column. */
    byte[] column(int i) {
        return scores[i];
    }

    /** How often each score 0 to 100 occurs in a query column. */
    int[] histogram(int i) {
        return histograms[i];
    }

    int width() {
        return scores.length;
    }

    /** z, the integer of the median. */
    int median() {
        return median;
    }

    /** Whether the scores spread too far for 101 bins, so that all are 0 and every p is 1. */
    boolean flat() {
        return flat;
    }

    /** The arrays that a thread uses again for each query. */
    static final class Workspace {
        private double[][] scores = new double[0][];
        private final MedianFinder medians = new MedianFinder();

        private double[][] scores(int width, int columns) {
            if (scores.length < width) {
                scores = new double[width][columns];
            }
            return scores;
        }

        private MedianFinder medians() {
            return medians;
        }
    }
}
