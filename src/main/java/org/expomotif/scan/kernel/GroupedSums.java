package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.IntegerMatrix;

/** Sums the cells of windows of known bases, five positions per table look-up. */
public final class GroupedSums {
    /** Number of bases per table look-up. */
    static final int BASES = 5;

    private static final int CODES = 1 << 2 * BASES;

    private final short[] tables;

    public GroupedSums(IntegerMatrix matrix) {
        int groups = (matrix.width() + BASES - 1) / BASES;
        tables = new short[groups * CODES];
        for (int group = 0; group < groups; group++) {
            for (int code = 0; code < CODES; code++) {
                int sum = 0;
                for (int b = 0; b < BASES && group * BASES + b < matrix.width(); b++) {
                    sum += matrix.cell(group * BASES + b, code >> 2 * (BASES - 1 - b) & 3);
                }
                tables[group * CODES + code] = (short) sum;
            }
        }
    }

    /**
     * Returns the sum of a window.
     *
     * @param fives result of {@link SliceCodes#fives()}
     * @param start index of the first base of the window
     */
    public int sum(short[] fives, int start) {
        int sum = tables[fives[start]];
        int at = start;
        for (int table = CODES; table < tables.length; table += CODES) {
            at += BASES;
            sum += tables[table + fives[at]];
        }
        return sum;
    }
}
