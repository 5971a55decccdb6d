package org.expomotif.enrich.statistic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the MEME Suite prints them. */
public final class LogText {
    private static final double LOG10 = Math.log(10);

    private LogText() {}

    /**
     * A number in scientific notation, given by its natural logarithm, so that numbers below the range of a double can
     * be written: {@code 2.96e-77}.
     *
     * @param decimals digits after the point
     */
    public static String power(double log, int decimals) {
        double x = log / LOG10;
        double exponent = Math.floor(x);
        double mantissa = Math.pow(10, x - exponent);
        if (mantissa + 0.5 * Math.pow(10, -decimals) >= 10) {
            mantissa = 1;
            exponent++;
        }
        return fixed(mantissa, decimals) + "e" + (int) exponent;
    }

    /** A number with a fixed number of decimals, halves to even: C's {@code %.2f} for two. */
    public static String fixed(double x, int decimals) {
        String text = new BigDecimal(x)
                .abs()
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return x < 0 ? "-" + text : text;
    }
}
