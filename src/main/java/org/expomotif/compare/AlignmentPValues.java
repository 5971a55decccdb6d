package org.expomotif.compare;

import java.util.Arrays;

/**
 * Exact p-values of a query's best alignment score with a random target of a given width.
 *
 * <p>H_i is the distribution of the scores of query column i over all target columns. The null of an offset d is the
 * convolution of the H_i of the query columns that it covers, and P_d(f) its upper tail at f less the medians of the
 * columns outside. Taking all Q + L - 1 offsets and r strands as independent, {@code p(f) = 1 - prod_d (1 - P_d(f))^r}.
 *
 * <p>Tails are summed from the top, and the product is a sum of {@code log1p(-P)}, so tiny p keep their digits. The
 * convolutions of all intervals [a, b) grow from b = a + 1, one column at a time; each interval is used at once for
 * every target width that needs it and then forgotten.
 */
final class AlignmentPValues {
    private final int q;
    private final int median;
    private final int strands;
    private final int lowest;
    private final int[] widths;
    private final double[][] logSurvival;

    /**
     * Computes the p-values of the scores from {@code lowest} to {@code highest}.
     *
     * @param widths the target widths wanted, ascending
     */
    AlignmentPValues(QueryScores query, int columns, int strands, int[] widths, int lowest, int highest) {
        this.q = query.width();
        this.median = query.median();
        this.strands = strands;
        this.lowest = lowest;
        this.widths = widths;
        this.logSurvival = new double[widths.length][highest - lowest + 1];
        double[][] columnNulls = new double[q][];
        for (int i = 0; i < q; i++) {
            columnNulls[i] = columnNull(query.histogram(i), columns);
        }
        double[] logs = new double[highest - lowest + 1];
        for (int a = 0; a < q; a++) {
            double[] density = {1};
            for (int b = a + 1; b <= q; b++) {
                density = convolve(density, columnNulls[b - 1]);
                if (isUsed(a, b)) {
                    logSurvival(density, median * (q - (b - a)), logs);
                    accumulate(a, b, logs);
                }
            }
        }
    }

    /** The p-value of a score, for a target width that was asked for. */
    float pValue(int width, int score) {
        double sum = logSurvival[Arrays.binarySearch(widths, width)][score - lowest];
        return (float) (0.0 - Math.expm1(strands * sum));
    }

    private static double[] columnNull(int[] histogram, int columns) {
        int top = QueryScores.RANGE;
        while (histogram[top] == 0) {
            top--;
        }
        double[] density = new double[top + 1];
        for (int x = 0; x <= top; x++) {
            density[x] = (double) histogram[x] / columns;
        }
        return density;
    }

    private static double[] convolve(double[] first, double[] second) {
        double[] sum = new double[first.length + second.length - 1];
        for (int x = 0; x < second.length; x++) {
            double weight = second[x];
            if (weight != 0) {
                for (int y = 0; y < first.length; y++) {
                    sum[x + y] += weight * first[y];
                }
            }
        }
        return sum;
    }

    /** log(1 - P(sum >= f - outside)) for every f wanted. */
    private void logSurvival(double[] density, int outside, double[] logs) {
        double tail = 0;
        int next = density.length - 1;
        for (int f = logs.length - 1; f >= 0; f--) {
            int bound = lowest + f - outside;
            while (next >= bound && next >= 0) {
                tail += density[next--];
            }
            logs[f] = bound <= 0 || tail >= 1 ? Double.NEGATIVE_INFINITY : tail == 0 ? 0 : Math.log1p(-tail);
        }
    }

    private void accumulate(int a, int b, double[] logs) {
        for (int w = 0; w < widths.length; w++) {
            int times = offsets(a, b, widths[w]);
            if (times > 0) {
                double[] sums = logSurvival[w];
                for (int f = 0; f < sums.length; f++) {
                    sums[f] += times * logs[f];
                }
            }
        }
    }

    private boolean isUsed(int a, int b) {
        return a == 0 || b == q || Arrays.binarySearch(widths, b - a) >= 0;
    }

    /** At how many offsets of a target of that width exactly the query columns [a, b) are covered. */
    private int offsets(int a, int b, int width) {
        if (a == 0 && b == q) {
            return Math.max(0, width - q + 1);
        }
        if (a == 0 || b == q) {
            return b - a <= width ? 1 : 0;
        }
        return b - a == width ? 1 : 0;
    }
}
