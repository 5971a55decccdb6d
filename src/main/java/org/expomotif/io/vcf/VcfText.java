package org.expomotif.io.vcf;

import java.nio.charset.StandardCharsets;

/**
 * The text of lines whose bytes are kept. A line is held with one character per byte (ISO 8859-1), so that writing it
 * gives the same bytes whatever its encoding.
 */
public final class VcfText {
    private VcfText() {}

    /** The line of some bytes. */
    public static String ofBytes(byte[] bytes, int from, int count) {
        return new String(bytes, from, count, StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a line. */
    public static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A part of a line as text, read as UTF-8. */
    public static String decoded(String part) {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    /** A text as part of a line, in UTF-8. */
    public static String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ofBytes(bytes, 0, bytes.length);
    }

    /**
     * A text as a value of an INFO field: white space, characters with a meaning in INFO, and {@code |} and {@code &},
     * which separate parts of a value, become {@code %} and two hexadecimal digits.
     */
    public static String value(String text) {
        StringBuilder value = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c <= ' ' || c == 0x7F || "%;=,|&".indexOf(c) >= 0) {
                value.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                value.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }
}
