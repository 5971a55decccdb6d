package org.expomotif.compare;

import java.util.Arrays;

/**
 * Sums of scores over every alignment of a query with all targets of one width at once. Offset d, target column minus
 * query column, runs from 1 - Q to L - 1.
 *
 * <p>The targets of a group lie side by side, so that each step adds one row of scores to one row of sums: plain loops
 * over long arrays. Scores have 32 bits and sums 64: of arrays of one type the compiler must fear that they are the
 * same one, and makes no vector instructions of a loop that reads and writes at places of its own in each.
 */
final class Diagonals {
    /** Alignments that one query and one target can have at most. */
    static final int MOST = 1 << 10;

    /** What a sum may reach so that it and the place of an offset fit into one integer. */
    static final int GREATEST_SUM = Integer.MAX_VALUE / MOST - 1;

    private long[] sums = new long[0];
    private int queryWidth;
    private int width;
    private int size;

    /** Adds up the scores of a query with the targets of a group; each row is one offset. */
    void sum(QueryScores query, TargetSet.Group group) {
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
            // Column j of the targets meets query column i at offset j - i: rows one after another in both arrays.
            add(query.centred(i), group.start(), sums, (queryWidth - 1 - i) * size, width * size);
        }
    }

    private static void add(int[] scores, int from, long[] sums, int to, int length) {
        for (int k = 0; k < length; k++) {
            sums[to + k] += scores[from + k];
        }
    }

    /** The sum for a member of the group at an offset: scores less the median of each aligned column. */
    int sum(int offset, int member) {
        return (int) sums[row(offset) + member];
    }

    /** Where the sums of an offset begin in {@link #sums()}. */
    int row(int offset) {
        return (offset + queryWidth - 1) * size;
    }

    long[] sums() {
        return sums;
    }

    /** Aligned columns at an offset. */
    int overlap(int offset) {
        return Math.min(queryWidth, width - offset) - Math.max(0, -offset);
    }

    /** First query column that is aligned at an offset. */
    static int firstAligned(int offset) {
        return Math.max(0, -offset);
    }

    /**
     * The offsets at which enough columns are aligned, those that win a tie first: larger overlaps, then smaller
     * offsets.
     */
    static int[] offsets(int queryWidth, int width, TomtomOptions options) {
        int shorter = Math.min(queryWidth, width);
        int least = options.internal() ? shorter : Math.min(options.minOverlap(), shorter);
        int whole = Math.abs(width - queryWidth) + 1;
        int[] offsets = new int[whole + 2 * (shorter - least)];
        for (int k = 0; k < whole; k++) {
            offsets[k] = Math.min(0, width - queryWidth) + k;
        }
        int found = whole;
        for (int overlap = shorter - 1; overlap >= least; overlap--) {
            offsets[found++] = overlap - queryWidth;
            offsets[found++] = width - overlap;
        }
        return offsets;
    }
}
