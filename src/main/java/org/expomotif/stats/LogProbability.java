package org.expomotif.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Natural logarithms of p-values: correction for several tests, and rounding as in the MEME Suite. */
public final class LogProbability {
    /** ln 1e-6. */
    private static final double SMALL = -13.8155105579643;

    /** ln 100. */
    private static final double LARGE = 4.60517018598809;

    private static final int DIGITS = 10;
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private LogProbability() {}

    /**
     * The logarithm of the lowest of n independent p-values, {@code ln(1 - (1 - p)^n)}, as the MEME Suite computes it:
     * {@code ln(n p)} where that is below 1e-6, and by the limit of (1 - p)^n for n above 100.
     *
     * @param logTests ln n, at least 0
     * @param log ln p
     */
    public static double ofLowest(double logTests, double log) {
        double sum = logTests + log;
        if (sum < SMALL) {
            return sum;
        }
        if (sum > LARGE) {
            return 0;
        }
        if (logTests > LARGE) {
            return Math.log(1 - Math.pow(1 - 1e-6, Math.exp(sum - SMALL)));
        }
        return Math.log(1 - Math.pow(1 - Math.exp(log), Math.exp(logTests)));
    }

    /**
     * Rounds a logarithm to ten significant digits; between -1 and 1, to nine decimals; below 1e-10, to 0. A p-value
     * above 1 becomes 1.
     */
    public static double rounded(double log) {
        double size = Math.abs(log);
        if (size < 1e-10) {
            return 0;
        }
        double round = size >= 1 ? significant(size) : significant(1 + size) - 1;
        return Math.min(0, log < 0 ? -round : round);
    }

    /** Rounds a number to ten significant digits, halves to even. Zero and infinite numbers stay as they are. */
    public static double significant(double x) {
        double size = Math.abs(x);
        if (!(size >= 1e-6 && size < 1e9)) {
            return size == 0 || Double.isInfinite(size) ? x : byDecimals(x);
        }
        int before = 0;
        while (size >= POWERS[before]) {
            before++;
        }
        while (before <= 0 && size * POWERS[1 - before] < 1) {
            before--;
        }
        double power = POWERS[DIGITS - before];
        double scaled = x * power;
        double round = Math.rint(scaled);
        // Near a half the product's own rounding decides, and just below a power of ten the number of digits.
        return Math.abs(Math.abs(scaled - round) - 0.5) < 1e-4 || Math.abs(scaled) < POWERS[DIGITS - 1]
                ? byDecimals(x)
                : round / power;
    }

    private static double byDecimals(double x) {
        return new BigDecimal(x)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
