package org.expomotif.report;

/** Text and numbers of HTML and SVG. */
public final class Markup {
    private Markup() {}

    /** Escapes the five reserved characters and drops characters that XML does not allow. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                            || c == '\t'
                            || c == '\n') {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** Formats a coordinate: at most two digits after the point, no trailing zeros, no exponent. */
    public static String decimal(double value) {
        StringBuilder text = new StringBuilder();
        appendDecimal(text, value);
        return text.toString();
    }

    /** Appends a coordinate; see {@link #decimal}. */
    static void appendDecimal(StringBuilder text, double value) {
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
}
