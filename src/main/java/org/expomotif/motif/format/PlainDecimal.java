package org.expomotif.motif.format;

/**
 * Decimal numbers as written in files. {@link #parse} is a fast path for short numbers without sign and exponent, such
 * as {@code 0.061500}, of which matrices consist.
 *
 * <p>Up to 15 digits form a whole number below 2^53, and powers of ten up to 10^15 are exact doubles, so that one
 * division, which rounds once, gives the same result as {@link Double#parseDouble}.
 */
final class PlainDecimal {
    private static final int MAX_DIGITS = 15;
    private static final double[] POWERS = new double[MAX_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private PlainDecimal() {}

    /** The number, or -1 when the word does not have this form. */
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
        if (count == 0 || count > MAX_DIGITS) {
            return -1;
        }
        return point < 0 ? digits : digits / POWERS[length - 1 - point];
    }

    /**
     * Whether a word is a decimal number: an optional sign, digits with an optional point among or around them, and an
     * optional exponent. The word is read once.
     */
    static boolean isNumber(String word) {
        int at = afterSign(word, 0);
        int whole = afterDigits(word, at);
        int digits = whole - at;
        at = whole;
        if (at < word.length() && word.charAt(at) == '.') {
            int fraction = afterDigits(word, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            int start = afterSign(word, at + 1);
            at = afterDigits(word, start);
            if (at == start) {
                return false;
            }
        }
        return at == word.length();
    }

    private static int afterSign(String word, int at) {
        return at < word.length() && (word.charAt(at) == '-' || word.charAt(at) == '+') ? at + 1 : at;
    }

    private static int afterDigits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
