package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * A backend without vectors: one table look-up per five bases gives the sums of both strands at once, that of the plus
 * strand in the upper sixteen bits and that of the minus strand in the lower ones. Ten times slower than
 * {@link PrefilterBackend}, but its single loop is compiled almost at once, so a small scan ends before vector code
 * would be compiled.
 */
final class TablesBackend implements MatrixBackend {
    /** Maximum width of a matrix whose sums fit into sixteen bits. */
    private static final int MAXIMUM_WIDTH = 65;

    private static final int BASES = GroupedSums.BASES;
    private static final int CODES = 1 << 2 * BASES;

    /** Number of tables per step of the loop. */
    private static final int TABLES = 3;

    private static final int STEP = TABLES * CODES;

    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        if (matrix.width() > MAXIMUM_WIDTH) {
            return new PlainBackend().prepare(matrix);
        }
        int[] tables = tables(matrix);
        int minimumPlus = matrix.plus().minimumSum();
        int minimumMinus = matrix.minus().map(StrandMatrix::minimumSum).orElse(1 << 16);
        Candidates candidates = new Candidates(matrix);
        return (slice, windows, hits) -> {
            int[] found = hits.scratch(windows);
            int count = find(tables, slice.fives(), windows, minimumPlus, minimumMinus, found);
            candidates.addHits(slice, found, count, hits);
        };
    }

    /** Finds the {@link Candidates}: windows whose sums reach the minimum with unknown bases read as A. */
    private static int find(int[] tables, short[] fives, int windows, int minimumPlus, int minimumMinus, int[] found) {
        int count = 0;
        for (int start = 0; start < windows; start++) {
            int sum = 0;
            int at = start;
            for (int table = 0; table < tables.length; table += STEP) {
                sum += tables[table + fives[at]]
                        + tables[table + CODES + fives[at + BASES]]
                        + tables[table + 2 * CODES + fives[at + 2 * BASES]];
                at += TABLES * BASES;
            }
            boolean onPlus = sum >>> 16 >= minimumPlus;
            boolean onMinus = (sum & 0xFFFF) >= minimumMinus;
            if (onPlus || onMinus) {
                found[count++] = Candidates.code(start, onPlus, onMinus);
            }
        }
        return count;
    }

    /** The tables of groups of five positions, padded with zero tables to whole steps. */
    private static int[] tables(ScanMatrix matrix) {
        int groups = (matrix.width() + BASES - 1) / BASES;
        int[] tables = new int[(groups + TABLES - 1) / TABLES * STEP];
        add(matrix.plus().matrix(), 16, tables);
        matrix.minus().ifPresent(minus -> add(minus.matrix(), 0, tables));
        return tables;
    }

    private static void add(IntegerMatrix matrix, int shift, int[] tables) {
        for (int position = 0; position < matrix.width(); position++) {
            int place = 2 * (BASES - 1 - position % BASES);
            int table = position / BASES * CODES;
            for (int code = 0; code < CODES; code++) {
                tables[table + code] += matrix.cell(position, code >> place & 3) << shift;
            }
        }
    }
}
