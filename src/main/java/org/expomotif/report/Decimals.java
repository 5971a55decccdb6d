package org.expomotif.report;

/** Formats coordinates as short decimal numbers: at most two digits after the point, no trailing zeros, no exponent. */
final class Decimals {
    private Decimals() {}

    static void append(StringBuilder text, double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            text.append('-');
            hundredths = -hundredths;
        }
        text.append(hundredths / 100);
        int rest = (int) (hundredths % 100);
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
    }

    static String of(double value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }
}
