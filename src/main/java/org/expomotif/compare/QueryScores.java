package org.expomotif.compare;

/**
 * The integer scores of a query's columns against all target columns.
 *
 * <p>For query column i with scores S_it, D_it = S_it - m_i with m_i the lower median of the column (complete scores),
 * or D_it = S_it (incomplete scores). With lo and hi the extremes of all D, o = floor(lo) and g = floor(bins / (hi -
 * o)), the score is X_it = floor((D_it - o) g + 1/2), 0 to bins, and the median is at the integer z = -o g, which is
 * also what a query column outside the overlap scores.
 *
 * <p>Where hi - o is greater than the number of bins, g would be 0, and with it every score: Tomtom then finds all p to
 * be 1. Unless that is wanted, g = (bins - 1) / (hi - o) is not rounded there, z = floor(-o g + 1/2) and X_it =
 * floor(D_it g + z + 1/2), which keeps the median at an integer.
 */
final class QueryScores {
    private final int width;
    private final int[][] centred;
    private final int[][] histograms;
    private final int median;
    private final boolean overflown;

    QueryScores(ComparedMotif query, TargetSet targets, ColumnScorer scorer, TomtomOptions options, Workspace space) {
        width = query.width();
        int columns = targets.columnCount();
        double[][] scores = space.scores(width, columns);
        double[] shifts = new double[width];
        double[] extremes = new double[2];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < width; i++) {
            double[] row = scores[i];
            scorer.score(query.columns()[i], query.sites(), row);
            extremes(row, extremes);
            shifts[i] = options.complete() ? space.medians().median(row, extremes[0], extremes[1]) : 0;
            low = Math.min(low, extremes[0] - shifts[i]);
            high = Math.max(high, extremes[1] - shifts[i]);
        }
        if (low == high) {
            low = high - 1;
        }
        int bins = options.bins();
        double origin = Math.floor(low);
        double scale = Math.floor(bins / (high - origin));
        overflown = scale == 0;
        double offset = -origin * scale;
        if (overflown && !options.tomtomScale()) {
            scale = (bins - 1) / (high - origin);
            offset = Math.floor(-origin * scale + 0.5);
            origin = -offset / scale;
        }
        median = options.complete() ? (int) offset : 0;
        centred = space.integers(width, columns);
        histograms = new int[width][];
        for (int i = 0; i < width; i++) {
            quantise(scores[i], shifts[i], origin, scale, median, centred[i]);
            histograms[i] = count(centred[i], columns, median, bins);
        }
    }

    /** The least and the greatest value; two halves at a time, for a step waits for the one before it. */
    static void extremes(double[] values, double[] extremes) {
        int half = values.length / 2;
        double least = values[values.length - 1];
        double greatest = least;
        double leastAfter = least;
        double greatestAfter = least;
        for (int t = 0; t < half; t++) {
            least = Math.min(least, values[t]);
            greatest = Math.max(greatest, values[t]);
            leastAfter = Math.min(leastAfter, values[half + t]);
            greatestAfter = Math.max(greatestAfter, values[half + t]);
        }
        extremes[0] = Math.min(least, leastAfter);
        extremes[1] = Math.max(greatest, greatestAfter);
    }

    private static void quantise(
            double[] scores, double shift, double origin, double scale, int median, int[] integers) {
        for (int t = 0; t < scores.length; t++) {
            integers[t] = (int) ((scores[t] - shift - origin) * scale + 0.5) - median;
        }
    }

    /** Counts in four tables, for equal scores often come one after another. */
    private static int[] count(int[] integers, int columns, int median, int bins) {
        int[][] tables = new int[4][bins + 1];
        int[] first = tables[0];
        int[] second = tables[1];
        int[] third = tables[2];
        int[] fourth = tables[3];
        int t = 0;
        for (; t + 3 < columns; t += 4) {
            first[integers[t] + median]++;
            second[integers[t + 1] + median]++;
            third[integers[t + 2] + median]++;
            fourth[integers[t + 3] + median]++;
        }
        for (; t < columns; t++) {
            first[integers[t] + median]++;
        }
        for (int x = 0; x <= bins; x++) {
            first[x] += second[x] + third[x] + fourth[x];
        }
        return first;
    }

    /** Scores of a query column less the median, one a target column; the array may be longer. */
    int[] centred(int i) {
        return centred[i];
    }

    /** How often each score occurs in a query column. */
    int[] histogram(int i) {
        return histograms[i];
    }

    int width() {
        return width;
    }

    /** z, the integer of the median; 0 with incomplete scores. */
    int median() {
        return median;
    }

    /** Whether the scores spread so far that Tomtom's scale breaks down. */
    boolean overflown() {
        return overflown;
    }

    /** The arrays that a thread uses again for each query. */
    static final class Workspace {
        private double[][] scores = new double[0][];
        private int[][] integers = new int[0][];
        private final MedianFinder medians = new MedianFinder();

        private double[][] scores(int width, int columns) {
            if (scores.length < width) {
                scores = new double[width][columns];
            }
            return scores;
        }

        private int[][] integers(int width, int columns) {
            if (integers.length < width) {
                integers = new int[width][columns];
            }
            return integers;
        }

        private MedianFinder medians() {
            return medians;
        }
    }
}
