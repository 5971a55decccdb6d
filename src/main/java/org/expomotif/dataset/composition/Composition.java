package org.expomotif.dataset.composition;

import org.expomotif.dna.Nucleotide;

/**
 * The composition of a window. While a window is read, its bases are counted in one {@code long} with three fields of
 * 21 bits: G and C, soft-masked bases, and unknown bases. A finished count becomes a <em>point</em>: the GC content and
 * the repeat fraction, the share of soft-masked bases, both among the known bases and rounded to 1/{@value #STEPS}.
 */
public final class Composition {
    /** Steps from 0 to 1 of both coordinates of a point. */
    public static final int STEPS = 200;

    /** Number of values of a coordinate. */
    public static final int VALUES = STEPS + 1;

    /** Number of points. */
    public static final int POINTS = VALUES * VALUES;

    /** Maximum number of bases that can be counted. */
    public static final int MAXIMUM_LENGTH = (1 << 21) - 1;

    private static final int SHIFT = 21;
    private static final long FIELD = (1L << SHIFT) - 1;
    private static final long[] COUNTS = counts();

    private Composition() {}

    private static long[] counts() {
        long[] counts = new long[256];
        for (int i = 0; i < counts.length; i++) {
            byte code = Nucleotide.code((byte) i);
            if (code == Nucleotide.UNKNOWN) {
                counts[i] = 1L << 2 * SHIFT;
            } else {
                counts[i] = (code == Nucleotide.C || code == Nucleotide.G ? 1 : 0)
                        + (Character.isLowerCase(i) ? 1L << SHIFT : 0);
            }
        }
        return counts;
    }

    /** Adds up the counts of letters. */
    public static long count(byte[] letters, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += COUNTS[letters[i] & 0xFF];
        }
        return sum;
    }

    /** Number of unknown bases in a count. */
    public static int unknown(long count) {
        return (int) (count >>> 2 * SHIFT);
    }

    /**
     * The point that a finished count becomes.
     *
     * @param count sum of {@link #count} over all letters of the window
     * @param length number of bases of the window
     * @return the point, below {@link #POINTS}; 0 when no base is known
     */
    public static int point(long count, int length) {
        int known = length - unknown(count);
        if (known == 0) {
            return 0;
        }
        return rounded(count & FIELD, known) * VALUES + rounded(count >>> SHIFT & FIELD, known);
    }

    private static int rounded(long part, int whole) {
        return (int) ((2 * STEPS * part + whole) / (2L * whole));
    }

    /** GC content of a point in steps, 0 to {@value #STEPS}. */
    public static int gc(int point) {
        return point / VALUES;
    }

    /** Repeat fraction of a point in steps, 0 to {@value #STEPS}. */
    public static int repeats(int point) {
        return point % VALUES;
    }
}
