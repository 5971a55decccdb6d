package org.expomotif.stats;

/** Natural logarithms of the gamma function and of factorials. */
public final class LogGamma {
    /** The coefficients B(2k) / (2k (2k - 1)) of Stirling's series. */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** From this argument on, the series is exact to the last bits of a double. */
    private static final double LARGE = 12;

    private LogGamma() {}

    /**
     * The logarithm of gamma(x), by Stirling's series (Abramowitz and Stegun 6.1.40) above 12 and the recurrence
     * {@code gamma(x + 1) = x gamma(x)} below.
     *
     * @param x above 0
     */
    public static double of(double x) {
        if (x == 1 || x == 2) {
            return 0;
        }
        double shift = 1;
        double y = x;
        while (y < LARGE) {
            shift *= y;
            y++;
        }
        double inverse = 1 / y;
        double square = inverse * inverse;
        double series = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            series = series * square + STIRLING[k];
        }
        return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series * inverse - Math.log(shift);
    }

    /** The logarithms of 0!, 1!, ..., {@code maximum}!, each within the rounding of a double. */
    public static double[] factorials(int maximum) {
        double[] logs = new double[maximum + 1];
        double sum = 0;
        double lost = 0;
        for (int k = 2; k <= maximum; k++) {
            // Kahan's compensated sum.
            double term = Math.log(k) - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
            logs[k] = sum;
        }
        return logs;
    }
}
