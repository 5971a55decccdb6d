package org.expomotif.scan;

import java.util.Arrays;
import org.expomotif.dna.Nucleotide;
import org.jspecify.annotations.Nullable;

/**
 * The bases of a slice as numbers, made once and read by every matrix: one number a base, and one number for the two or
 * three bases that start at each place. Behind the last base stand unknown ones, so that blocks of windows may read on.
 */
final class SliceCodes {
    /** Windows that a block has at most. */
    static final int BLOCK = 256;

    private final byte[] codes;
    private byte @Nullable [] pairs;
    private byte @Nullable [] triples;
    private short @Nullable [] fives;

    private SliceCodes(byte[] codes) {
        this.codes = codes;
    }

    /**
     * The codes of a slice that is scanned with matrices of at most {@code greatestWidth} positions.
     *
     * @param skipMasked whether bases in lower case are taken for unknown ones
     */
    static SliceCodes of(Slice slice, int greatestWidth, boolean skipMasked) {
        byte[] codes = new byte[slice.length() + BLOCK + greatestWidth + 3];
        byte[] letters = slice.letters();
        for (int i = 0; i < slice.length(); i++) {
            codes[i] = Nucleotide.code(letters[i]);
        }
        for (int i = 0; skipMasked && i < slice.length(); i++) {
            if (letters[i] >= 'a' && letters[i] <= 'z') {
                codes[i] = Nucleotide.UNKNOWN;
            }
        }
        Arrays.fill(codes, slice.length(), codes.length, Nucleotide.UNKNOWN);
        return new SliceCodes(codes);
    }

    /** Codes of {@link Nucleotide}. */
    byte[] bases() {
        return codes;
    }

    /** Per place {@code 4 first + second}, an unknown base taken as 0. */
    byte[] pairs() {
        byte[] made = pairs;
        if (made == null) {
            made = new byte[codes.length];
            for (int i = 0; i + 1 < codes.length; i++) {
                made[i] = (byte) ((codes[i] & 3) << 2 | codes[i + 1] & 3);
            }
            pairs = made;
        }
        return made;
    }

    /** Per place {@code 16 first + 4 second + third}, an unknown base taken as 0. */
    byte[] triples() {
        byte[] made = triples;
        if (made == null) {
            made = new byte[codes.length];
            for (int i = 0; i + 2 < codes.length; i++) {
                made[i] = (byte) ((codes[i] & 3) << 4 | (codes[i + 1] & 3) << 2 | codes[i + 2] & 3);
            }
            triples = made;
        }
        return made;
    }

    /**
     * Per place the codes of the {@value GroupedSums#BASES} bases from there on, first base highest, an unknown one as
     * 0.
     */
    short[] fives() {
        short[] made = fives;
        if (made == null) {
            made = new short[codes.length];
            int code = 0;
            for (int i = codes.length - 1; i >= 0; i--) {
                code = code >> 2 | (codes[i] & 3) << 2 * (GroupedSums.BASES - 1);
                made[i] = (short) code;
            }
            fives = made;
        }
        return made;
    }

    /** The place of the next known base from {@code from} on; the end when there is none. */
    int nextKnown(int from) {
        int i = from;
        while (i < codes.length && codes[i] == Nucleotide.UNKNOWN) {
            i++;
        }
        return i;
    }

    /** The place of the next unknown base from {@code from} on; the end when there is none. */
    int nextUnknown(int from) {
        int i = from;
        while (i < codes.length && codes[i] != Nucleotide.UNKNOWN) {
            i++;
        }
        return i;
    }
}
