package org.expomotif.motif;

/**
 * Short decimal numbers without sign and exponent, such as {@code 0.061500}, as matrices are full of.
 *
 * <p>Up to 15 digits are a whole number below 2^53, and powers of ten up to 10^15 are doubles too: one division,
 * rounded once, gives what {@link Double#parseDouble} gives.
 */
final class PlainDecimal {
    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private PlainDecimal() {}

    /** The number, or -1 when the word is none of this form. */
    static double parse(String word) {
        long digits = 0;
        int point = -1;
        int length = word.length();
        int count = 0;
        for (int i = 0; i < length; i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return -1;
            }
        }
        if (count == 0 || count > MOST_DIGITS) {
            return -1;
        }
        return point < 0 ? digits : digits / POWERS[length - 1 - point];
    }
}
