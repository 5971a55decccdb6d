package org.expomotif.enrich.statistic;

/**
 * The odds ratio of having a site, with the limits of its 95% interval. Half a sequence is added to each of the four
 * counts (Haldane 1956, doi:10.1111/j.1469-1809.1955.tb01285.x), so that it is finite; the interval is that of the
 * normal approximation of its logarithm (Woolf 1955, doi:10.1111/j.1469-1809.1955.tb01348.x).
 */
public record OddsRatio(double ratio, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** The odds ratio of {@code a} of n positives against {@code c} of m controls. */
    public static OddsRatio of(int a, int n, int c, int m) {
        double with = a + 0.5;
        double without = n - a + 0.5;
        double controlsWith = c + 0.5;
        double controlsWithout = m - c + 0.5;
        double log = Math.log(with * controlsWithout / (without * controlsWith));
        double error = Math.sqrt(1 / with + 1 / without + 1 / controlsWith + 1 / controlsWithout);
        return new OddsRatio(Math.exp(log), Math.exp(log - Z * error), Math.exp(log + Z * error));
    }
}
