package org.expomotif.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.dna.Nucleotide;

/** Bytes of lines being written: numbers and bases go in without a string of their own. */
final class LineBuffer {
    /** Stands before the four bytes of a matrix and the four of a sum whose q-value is not known yet. */
    static final byte HOLE = 0;

    /** The two digits of 0 .. 99. */
    private static final byte[] TENS = new byte[200];

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
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    LineBuffer text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    LineBuffer letter(int letter) {
        room(1);
        bytes[length++] = (byte) letter;
        return this;
    }

    /** Writes a number that is not negative. */
    LineBuffer number(long number) {
        if (number > Integer.MAX_VALUE) {
            return text(Long.toString(number));
        }
        int rest = (int) number;
        int digits = digits(rest);
        room(digits);
        length += digits;
        int at = length;
        while (rest >= 10) {
            int hundreds = rest / 100;
            int tens = rest - 100 * hundreds;
            bytes[--at] = TENS[2 * tens + 1];
            bytes[--at] = TENS[2 * tens];
            rest = hundreds;
        }
        if (at > length - digits) {
            bytes[--at] = (byte) ('0' + rest);
        }
        return this;
    }

    private static int digits(int number) {
        int digits = 1;
        for (long power = 10; number >= power; power *= 10) {
            digits++;
        }
        return digits;
    }

    /** Writes bases as they are. */
    LineBuffer bases(byte[] letters, int from, int count) {
        room(count);
        System.arraycopy(letters, from, bytes, length, count);
        length += count;
        return this;
    }

    /** Writes the reverse complement of bases in upper case. */
    LineBuffer reverseComplement(byte[] letters, int from, int count) {
        room(count);
        for (int i = from + count - 1; i >= from; i--) {
            bytes[length++] = COMPLEMENTS[letters[i] & 0xFF];
        }
        return this;
    }

    /** Leaves a place for the q-value of a sum of a matrix. */
    LineBuffer hole(int matrix, int sum) {
        letter(HOLE);
        for (int shift = 24; shift >= 0; shift -= 8) {
            letter(matrix >>> shift);
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            letter(sum >>> shift);
        }
        return this;
    }

    /** Number of bytes written. */
    int length() {
        return length;
    }

    /** The bytes written, the first {@link #length()} of this array, which is used again. */
    byte[] bytes() {
        return bytes;
    }

    /** The bytes written, a copy of exactly their length. */
    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets what was written. */
    void clear() {
        length = 0;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
