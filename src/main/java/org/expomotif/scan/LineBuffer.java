package org.expomotif.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.dna.Nucleotide;

/** Bytes of lines being written: numbers and bases go in without a string of their own. */
final class LineBuffer {
    /** Stands before the four bytes of a sum whose q-value is not known yet. */
    static final byte HOLE = 0;

    private static final int[] POWERS = {
        10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

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
        int digits = 1;
        while (digits <= POWERS.length && number >= POWERS[digits - 1]) {
            digits++;
        }
        room(digits);
        int rest = (int) number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
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
            bytes[length++] = (byte) Character.toUpperCase(Nucleotide.complementLetter(letters[i]));
        }
        return this;
    }

    /** Leaves a place for the q-value of a sum. */
    LineBuffer hole(int sum) {
        return letter(HOLE)
                .letter(sum >>> 24)
                .letter(sum >>> 16)
                .letter(sum >>> 8)
                .letter(sum);
    }

    /** Number of bytes written. */
    int length() {
        return length;
    }

    /** The bytes written, a copy of exactly their length. */
    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
