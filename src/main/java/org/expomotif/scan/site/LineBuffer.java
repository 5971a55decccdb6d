package org.expomotif.scan.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.dna.Nucleotide;

/** A growing buffer of the bytes of lines. Numbers and bases are appended without creating strings. */
final class LineBuffer {
    /** The two digits of each number from 0 to 99. */
    private static final byte[] TENS = new byte[200];

    /** The powers of ten. */
    private static final int[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    /** The complement of every letter, in upper case. */
    private static final byte[] COMPLEMENTS = new byte[256];

    static {
        for (int i = 0; i < 100; i++) {
            TENS[2 * i] = (byte) ('0' + i / 10);
            TENS[2 * i + 1] = (byte) ('0' + i % 10);
        }
        for (int i = 0; i < COMPLEMENTS.length; i++) {
            COMPLEMENTS[i] = (byte) Character.toUpperCase(Nucleotide.complementLetter((byte) i));
        }
    }

    private byte[] bytes;
    private int length;

    LineBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    LineBuffer text(byte[] text) {
        ensureRoom(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    LineBuffer text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    LineBuffer letter(int letter) {
        ensureRoom(1);
        bytes[length++] = (byte) letter;
        return this;
    }

    /** Appends a number, which must not be negative. */
    LineBuffer number(long number) {
        if (number > Integer.MAX_VALUE) {
            return text(Long.toString(number));
        }
        int rest = (int) number;
        int digits = digits(rest);
        ensureRoom(digits);
        byte[] to = bytes;
        int at = length + digits;
        length = at;
        while (rest >= 100) {
            int hundreds = rest / 100;
            int tens = 2 * (rest - 100 * hundreds);
            to[--at] = TENS[tens + 1];
            to[--at] = TENS[tens];
            rest = hundreds;
        }
        to[--at] = TENS[2 * rest + 1];
        if (rest >= 10) {
            to[--at] = TENS[2 * rest];
        }
        return this;
    }

    private static int digits(int number) {
        int digits = 1;
        while (digits < POWERS.length && number >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    /** Appends bases unchanged. */
    LineBuffer bases(byte[] letters, int from, int count) {
        ensureRoom(count);
        System.arraycopy(letters, from, bytes, length, count);
        length += count;
        return this;
    }

    /** Appends the reverse complement of bases in upper case. */
    LineBuffer reverseComplement(byte[] letters, int from, int count) {
        ensureRoom(count);
        byte[] to = bytes;
        int at = length;
        for (int i = from + count - 1; i >= from; i--) {
            to[at++] = COMPLEMENTS[letters[i] & 0xFF];
        }
        length = at;
        return this;
    }

    /** Number of bytes written. */
    int length() {
        return length;
    }

    /** The internal array, whose first {@link #length()} bytes are the bytes written; it is reused. */
    byte[] bytes() {
        return bytes;
    }

    /** A copy of the bytes written. */
    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Removes all bytes. */
    void clear() {
        length = 0;
    }

    private void ensureRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
