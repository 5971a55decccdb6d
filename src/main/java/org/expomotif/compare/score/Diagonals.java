package org.expomotif.compare.score;

import java.util.Arrays;

/**
 * Sums of scores over every alignment of a query with all targets of one width at once. The offset d, target column
 * minus query column, runs from 1 - Q to L - 1.
 *
 * <p>The targets of a group are stored side by side, so each step adds one row of scores to one row of sums in a plain
 * loop over long arrays. Scores have 32 bits and sums 64: the compiler must assume that two arrays of the same type can
 * be the same array, and then does not vectorize a loop that reads and writes at different indices.
 */
public final class Diagonals {
    /** Maximum number of alignments of one query with one target. */
    static final int MAX_OFFSETS = 1 << 10;

    /** Maximum sum that fits into one integer together with the index of an offset. */
    public static final int MAX_SUM = Integer.MAX_VALUE / MAX_OFFSETS - 1;

    private long[] sums = new long[0];
    private int queryWidth;
    private int width;
    private int size;

    /** Sums the scores of a query with the targets of a group; each row of sums is one offset. */
    public void sum(QueryScores query, TargetSet.Group group) {
        queryWidth = query.width();
        width = group.width();
        size = group.size();
        int length = (queryWidth + width - 1) * size;
        if (sums.length < length) {
            sums = new long[length];
        } else {
            Arrays.fill(sums, 0, length, 0);
        }
        for (int i = 0; i < queryWidth; i++) {
            // Target column j is aligned with query column i at offset j - i: consecutive rows in both arrays.
            add(query.centred(i), group.start(), sums, (queryWidth - 1 - i) * size, width * size);
        }
    }

    private static void add(int[] scores, int from, long[] sums, int to, int length) {
        for (int k = 0; k < length; k++) {
            sums[to + k] += scores[from + k];
        }
    }

    /** The sum of a member of the group at an offset: the score minus the median, over the aligned columns. */
    public int sum(int offset, int member) {
        return (int) sums[row(offset) + member];
    }

    /** Index of the first sum of an offset in {@link #sums()}. */
    int row(int offset) {
        return (offset + queryWidth - 1) * size;
    }

    long[] sums() {
        return sums;
    }

    /** Number of aligned columns at an offset. */
    int overlap(int offset) {
        return Math.min(queryWidth, width - offset) - Math.max(0, -offset);
    }

    /** The first query column that is aligned at an offset. */
    static int firstAligned(int offset) {
        return Math.max(0, -offset);
    }

    /**
     * The offsets at which enough columns are aligned, in the order in which they win ties: larger overlaps first, then
     * smaller offsets.
     */
    public static int[] offsets(int queryWidth, int width, TomtomOptions options) {
        int shorter = Math.min(queryWidth, width);
        int minimum = options.internal() ? shorter : Math.min(options.minOverlap(), shorter);
        int whole = Math.abs(width - queryWidth) + 1;
        int[] offsets = new int[whole + 2 * (shorter - minimum)];
        for (int k = 0; k < whole; k++) {
            offsets[k] = Math.min(0, width - queryWidth) + k;
        }
        int found = whole;
        for (int overlap = shorter - 1; overlap >= minimum; overlap--) {
            offsets[found++] = overlap - queryWidth;
            offsets[found++] = width - overlap;
        }
        return offsets;
    }
}
