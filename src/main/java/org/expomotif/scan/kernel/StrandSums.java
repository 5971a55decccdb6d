package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.IntegerMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Sums the cells of windows of known bases on both strands at once, five positions per table look-up: a table holds the
 * sums of the plus strand in the lower and those of the minus strand in the upper half of its numbers, so one addition
 * adds up both. {@link GroupedSums} is the plain counterpart for one strand.
 */
public final class StrandSums {
    /** Maximum number of positions, with which both sums fit into one number. */
    public static final int MAXIMUM_WIDTH = ((1 << Character.SIZE) - 1) / IntegerMatrix.RANGE;

    private static final int BASES = GroupedSums.BASES;
    private static final int CODES = 1 << 2 * BASES;

    private final int[] tables;

    /**
     * Makes the tables.
     *
     * @param plus matrix of the plus strand, of at most {@link #MAXIMUM_WIDTH} positions
     * @param minus matrix of the minus strand, of the same width; null when only the plus strand is scanned, and all
     *     sums of the minus strand are 0
     */
    public StrandSums(IntegerMatrix plus, @Nullable IntegerMatrix minus) {
        int groups = (plus.width() + BASES - 1) / BASES;
        tables = new int[groups * CODES];
        for (int group = 0; group < groups; group++) {
            int from = group * BASES;
            int[] table = words(plus, minus, from, Math.min(BASES, plus.width() - from));
            int unused = 2 * (from + BASES - Math.min(plus.width(), from + BASES));
            for (int code = 0; code < CODES; code++) {
                tables[group * CODES + code] = table[code >> unused];
            }
        }
    }

    /**
     * The sums of all words at some positions of a matrix.
     *
     * @param minus matrix of the minus strand, or null
     * @param from first position
     * @param bases number of positions
     * @return one number per word, the first base most significant: the two sums
     */
    public static int[] words(IntegerMatrix plus, @Nullable IntegerMatrix minus, int from, int bases) {
        int[] sums = new int[1 << 2 * bases];
        for (int word = 0; word < sums.length; word++) {
            for (int b = 0; b < bases; b++) {
                int letter = word >> 2 * (bases - 1 - b) & 3;
                sums[word] += plus.cell(from + b, letter);
                if (minus != null) {
                    sums[word] += minus.cell(from + b, letter) << Character.SIZE;
                }
            }
        }
        return sums;
    }

    /**
     * Computes the sums of consecutive windows.
     *
     * @param fives result of {@link SliceCodes#fives()}
     * @param start index of the first base of the first window
     * @param sums receives the two sums of each window
     * @param count number of windows
     */
    public void sum(short[] fives, int start, int[] sums, int count) {
        first(tables, fives, start, sums, count);
        for (int group = 1; group * CODES < tables.length; group++) {
            add(tables, group * CODES, fives, start + group * BASES, sums, count);
        }
    }

    private static void first(int[] tables, short[] fives, int start, int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = tables[fives[start + i]];
        }
    }

    private static void add(int[] tables, int table, short[] fives, int start, int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += tables[table + fives[start + i]];
        }
    }

    /** The sum on the plus strand. */
    public static int plus(int sums) {
        return sums & Character.MAX_VALUE;
    }

    /** The sum on the minus strand. */
    public static int minus(int sums) {
        return sums >>> Character.SIZE;
    }
}
