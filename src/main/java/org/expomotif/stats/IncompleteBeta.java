package org.expomotif.stats;

/**
 * The regularized incomplete beta function I_x(a, b) by its continued fraction (Abramowitz and Stegun 26.5.8, evaluated
 * by the modified method of Lentz: Thompson and Barnett 1986, doi:10.1016/0021-9991(86)90046-X). For whole numbers
 * {@code I_q(k, n - k + 1)} is the probability of at least k successes in n trials of probability q.
 */
public final class IncompleteBeta {
    /** Relative change at which the fraction ends, as in SEA and CentriMo. */
    private static final double TOLERANCE = 3e-7;

    private static final int MAXIMUM_STEPS = 1000;
    private static final double SMALL = 1e-300;

    private IncompleteBeta() {}

    /**
     * The natural logarithm of I_x(a, b).
     *
     * @param a above 0
     * @param b above 0
     * @param x from 0 to 1
     */
    public static double log(double a, double b, double x) {
        if (x <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x >= 1) {
            return 0;
        }
        double front = LogGamma.of(a + b) - LogGamma.of(a) - LogGamma.of(b) + a * Math.log(x) + b * Math.log(1 - x);
        if (x < (a + 1) / (a + b + 2)) {
            return front + Math.log(fraction(a, b, x) / a);
        }
        return Math.log(1 - Math.exp(front) * fraction(b, a, 1 - x) / b);
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / atLeastSmall(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= MAXIMUM_STEPS; m++) {
            double even = m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m));
            d = 1 / atLeastSmall(1 + even * d);
            c = atLeastSmall(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m));
            d = 1 / atLeastSmall(1 + odd * d);
            c = atLeastSmall(1 + odd / c);
            double change = d * c;
            value *= change;
            if (Math.abs(change - 1) < TOLERANCE) {
                break;
            }
        }
        return value;
    }

    private static double atLeastSmall(double value) {
        return Math.abs(value) < SMALL ? SMALL : value;
    }
}
