package org.expomotif.compare.score;

/**
 * Exact p-values of the best alignment score of a query with a random target of a given width.
 *
 * <p>H_i is the distribution of the scores of query column i over all target columns. The null of an offset d is the
 * convolution of the H_i of the query columns that it covers. P_d(f) is the upper tail of that null at f minus the
 * medians of the query columns outside the overlap. With all Q + L - 1 offsets and r strands taken as independent,
 * {@code p(f) = 1 - prod_d (1 - P_d(f))^r}.
 *
 * <p>Tails are summed from the top, and the probability of at least one of two events is computed as {@code p + q (1 -
 * p)}. No probability is replaced by its complement, so tiny p-values keep their digits.
 *
 * <p>A target of width L covers all prefixes and suffixes of the query of up to L columns, and (L < Q) the windows of L
 * columns between them or (L >= Q) the whole query L - Q + 1 times. Intervals [a, b) grow one column at a time, and the
 * probabilities that they contribute are stored by interval length.
 */
final class AlignmentPValues {
    private final int q;
    private final double[][] edges;
    private final double[][] inner;

    /** Prepares the p-values of the scores from {@code lowest} to {@code highest}. */
    AlignmentPValues(QueryScores query, int columns, int lowest, int highest, DensityConvolution convolution) {
        q = query.width();
        int size = highest - lowest + 1;
        edges = new double[q + 1][size];
        inner = new double[q + 1][size];
        ScoreDensity[] nulls = new ScoreDensity[q];
        for (int i = 0; i < q; i++) {
            nulls[i] = ScoreDensity.of(query.histogram(i), columns);
        }
        double[] tails = new double[size];
        for (int a = 0; a < q; a++) {
            ScoreDensity density = ScoreDensity.ZERO;
            for (int b = a + 1; b <= q; b++) {
                density = convolution.sum(density, nulls[b - 1]);
                int length = b - a;
                density.tails(lowest - query.median() * (q - length), tails);
                boolean edge = (a == 0 || b == q) && length < q;
                atLeastOne(edge ? edges[length] : inner[length], tails);
            }
        }
        for (int length = 1; length <= q; length++) {
            atLeastOne(edges[length], edges[length - 1]);
        }
    }

    /**
     * Returns the p-values of the scores from lowest to highest for one target width.
     *
     * @param strands 1 or 2
     */
    double[] ofWidth(int width, int strands) {
        double[] p = edges[Math.min(width, q)].clone();
        double[] windows = inner[Math.min(width, q)];
        for (int times = 0; times < Math.max(1, width - q + 1); times++) {
            atLeastOne(p, windows);
        }
        if (strands == 2) {
            atLeastOne(p, p);
        }
        return p;
    }

    /** Replaces each probability of the first event by the probability of at least one of the two. */
    private static void atLeastOne(double[] first, double[] second) {
        for (int f = 0; f < first.length; f++) {
            first[f] += second[f] * (1 - first[f]);
        }
    }
}
