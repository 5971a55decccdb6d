package org.expomotif.stats;

/**
 * The two-sample test of Kolmogorov and Smirnov on samples that are given as counts of ordered values.
 *
 * <p>Source: N. Smirnov, Table for estimating the goodness of fit of empirical distributions, Annals of Mathematical
 * Statistics 19 (1948), with the correction of the effective sample size by M. A. Stephens, Journal of the Royal
 * Statistical Society B 32 (1970).
 */
public final class KolmogorovSmirnov {
    private static final int TERMS = 100;

    private KolmogorovSmirnov() {}

    /**
     * The statistic: the maximum difference of the two empirical distribution functions, from 0 to 1.
     *
     * @param first number of observations of each value, in the order of the values
     * @param second the same for the other sample
     * @return the statistic; NaN when a sample is empty
     */
    public static double statistic(long[] first, long[] second) {
        double n = total(first);
        double m = total(second);
        if (n == 0 || m == 0) {
            return Double.NaN;
        }
        long below = 0;
        long otherBelow = 0;
        double maximum = 0;
        for (int i = 0; i < first.length; i++) {
            below += first[i];
            otherBelow += second[i];
            maximum = Math.max(maximum, Math.abs(below / n - otherBelow / m));
        }
        return maximum;
    }

    /**
     * The asymptotic probability of a statistic of at least this size for two samples of one distribution. With values
     * that occur repeatedly, as here, it is an upper bound.
     *
     * @param statistic the statistic
     * @param n size of the first sample
     * @param m size of the second sample
     * @return the p-value; NaN when the statistic is NaN
     */
    public static double pValue(double statistic, long n, long m) {
        if (Double.isNaN(statistic)) {
            return Double.NaN;
        }
        double root = Math.sqrt((double) n * m / ((double) n + m));
        double x = (root + 0.12 + 0.11 / root) * statistic;
        if (x < 0.2) {
            return 1; // 1 - Q(0.2) is below 1e-12, and the series converges slowly there
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            double term = StrictMath.exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
        }
        return Math.clamp(2 * sum, 0, 1);
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }
}
