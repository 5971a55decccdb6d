package org.expomotif.scan.kernel;

import java.util.Arrays;
import org.expomotif.dna.Nucleotide;
import org.expomotif.scan.input.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The bases of a slice as codes, computed once and read by every matrix: one code per base, and one per group of two,
 * three or five bases that starts at each position. Unknown bases follow the last base, so that blocks of windows can
 * read past the end.
 */
public final class SliceCodes {
    /** Maximum number of windows of a block. */
    public static final int BLOCK = 256;

    private final byte[] codes;
    private byte @Nullable [] pairs;
    private byte @Nullable [] triples;
    private short @Nullable [] fives;

    private SliceCodes(byte[] codes) {
        this.codes = codes;
    }

    /**
     * Returns the codes of a slice for matrices of at most {@code maximumWidth} positions.
     *
     * @param skipMasked whether lower-case bases are treated as unknown
     */
    public static SliceCodes of(Slice slice, int maximumWidth, boolean skipMasked) {
        byte[] codes = new byte[slice.length() + BLOCK + maximumWidth + 3];
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

    /** The codes of {@link Nucleotide}. */
    byte[] bases() {
        return codes;
    }

    /** {@code 4 first + second} at each position; an unknown base counts as 0. */
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

    /** {@code 16 first + 4 second + third} at each position; an unknown base counts as 0. */
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
     * The code of {@value GroupedSums#BASES} bases at each position, the first base most significant; an unknown base
     * counts as 0.
     */
    public short[] fives() {
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

    /** The index of the next known base from {@code from} on; the length of the codes when there is none. */
    public int nextKnown(int from) {
        int i = from;
        while (i < codes.length && codes[i] == Nucleotide.UNKNOWN) {
            i++;
        }
        return i;
    }

    /** The index of the next unknown base from {@code from} on; the length of the codes when there is none. */
    public int nextUnknown(int from) {
        int i = from;
        while (i < codes.length && codes[i] != Nucleotide.UNKNOWN) {
            i++;
        }
        return i;
    }
}
