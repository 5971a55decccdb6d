package org.expomotif.instance;

import java.util.List;

/**
 * The distribution of the weighted sums of one sign over the windows of null maps, as the numbers of windows in 16,384
 * bins of equal width.
 */
final class ContributionTail {
    private static final int BINS = 1 << 14;

    private final double scale;
    private final float[] negativeLogs;
    private final int firstBin;
    private final float cutoff;

    private ContributionTail(double scale, float[] negativeLogs, int firstBin) {
        this.scale = scale;
        this.negativeLogs = negativeLogs;
        this.firstBin = firstBin;
        this.cutoff = scale == 0 ? 0 : (float) (firstBin / scale * (1 - 1e-6));
    }

    /**
     * Counts the windows of null maps.
     *
     * @param maps the null maps
     * @param projections the weights for each strand that is searched
     * @param sign 1 for sums above 0, -1 for sums below 0
     * @param maximumP maximum p-value of a sum that passes
     */
    static ContributionTail of(List<float[]> maps, List<Projection> projections, int sign, double maximumP) {
        double largest = 0;
        int length = 0;
        for (float[] map : maps) {
            for (float score : map) {
                largest = Math.max(largest, Math.abs(score));
            }
            length = Math.max(length, map.length);
        }
        double bound = projections.getFirst().bound(largest);
        double scale = bound > 0 ? (BINS - 1) / bound : 0;
        long[] counts = new long[BINS];
        long windows = 0;
        float[] sums = new float[length];
        for (float[] map : maps) {
            for (Projection projection : projections) {
                int n = projection.windows(map.length);
                projection.of(map, sums);
                for (int i = 0; i < n; i++) {
                    float sum = sign * sums[i];
                    if (sum > 0) {
                        counts[bin(sum, scale)]++;
                    }
                }
                windows += n;
            }
        }
        float[] logs = new float[BINS];
        int first = BINS;
        long atLeast = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            atLeast += counts[bin];
            double p = (1.0 + atLeast) / (1.0 + windows);
            logs[bin] = (float) -StrictMath.log10(p);
            first = p <= maximumP ? bin : first;
        }
        return new ContributionTail(scale, logs, first);
    }

    private static int bin(float sum, double scale) {
        return (int) Math.min(BINS - 1, sum * scale);
    }

    /** Whether the p-value of a sum, in the direction of the sign, is at most the maximum. */
    boolean passes(float sum) {
        return sum > 0 && sum >= cutoff && bin(sum, scale) >= firstBin;
    }

    /**
     * {@code -log10} of the p-value of a sum: (1 + n) / (1 + N), where n of N windows of the null are in its bin or a
     * higher one.
     *
     * @param sum a sum in the direction of the sign, above 0
     */
    double negativeLog(float sum) {
        return negativeLogs[bin(sum, scale)];
    }
}
