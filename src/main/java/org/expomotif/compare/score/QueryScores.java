package org.expomotif.compare.score;

/**
 * The integer scores of the columns of a query against all target columns.
 *
 * <p>For query column i with scores S_it, D_it = S_it - m_i with m_i the lower median of the column (complete scores),
 * or D_it = S_it (incomplete scores). With lo and hi the extremes of all D, o = floor(lo) and g = floor(bins / (hi -
 * o)), the score is X_it = floor((D_it - o) g + 1/2), 0 to bins. The median becomes the integer z = -o g, which is also
 * the score of a query column outside the overlap.
 *
 * <p>Where hi - o exceeds the number of bins, g is 0, and so is every score: all p-values of Tomtom are then 1. Unless
 * Tomtom's scale is requested, g = (bins - 1) / (hi - o) without rounding, z = floor(-o g + 1/2) and X_it = floor(D_it
 * g + z + 1/2), which keeps the median at an integer.
 */
public final class QueryScores {
    private final int width;
    private final int[][] centred;
    private final int[][] histograms;
    private final int median;
    private final boolean scaleExceeded;

    public QueryScores(
            ComparedMotif query, TargetSet targets, ColumnScorer scorer, TomtomOptions options, Workspace space) {
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
        scaleExceeded = scale == 0;
        double offset = -origin * scale;
        if (scaleExceeded && !options.tomtomScale()) {
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

    /**
     * Finds minimum and maximum. The two halves are searched in one loop, because each comparison in a half has to wait
     * for the one before it.
     */
    public static void extremes(double[] values, double[] extremes) {
        int half = values.length / 2;
        double minimum = values[values.length - 1];
        double maximum = minimum;
        double upperMinimum = minimum;
        double upperMaximum = minimum;
        for (int t = 0; t < half; t++) {
            minimum = Math.min(minimum, values[t]);
            maximum = Math.max(maximum, values[t]);
            upperMinimum = Math.min(upperMinimum, values[half + t]);
            upperMaximum = Math.max(upperMaximum, values[half + t]);
        }
        extremes[0] = Math.min(minimum, upperMinimum);
        extremes[1] = Math.max(maximum, upperMaximum);
    }

    private static void quantise(
            double[] scores, double shift, double origin, double scale, int median, int[] integers) {
        for (int t = 0; t < scores.length; t++) {
            integers[t] = (int) ((scores[t] - shift - origin) * scale + 0.5) - median;
        }
    }

    /** Counts in four tables, because equal scores often follow one another. */
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

    /** Scores of a query column minus the median, one per target column; the array may be longer. */
    public int[] centred(int i) {
        return centred[i];
    }

    /** The number of times each score occurs in a query column. */
    public int[] histogram(int i) {
        return histograms[i];
    }

    int width() {
        return width;
    }

    /** The score z of the median; 0 with incomplete scores. */
    public int median() {
        return median;
    }

    /** Whether the scores span more units than there are bins, so that Tomtom's scale fails. */
    public boolean scaleExceeded() {
        return scaleExceeded;
    }

    /** Arrays that a thread reuses for each query. */
    public static final class Workspace {
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
