package org.expomotif.scan;

/**
 * A backend without vectors: a table look-up for every five bases gives the sum of both strands at once, plus in the
 * upper and minus in the lower sixteen bits. Slower than {@link FilterBackend} by ten times, but its one loop is
 * compiled in an instant, so a small scan is over before vectors would be fast.
 */
final class TablesBackend implements ScanBackend {
    /** Sums of wider matrices need not fit into sixteen bits. */
    private static final int GREATEST_WIDTH = 65;

    private static final int BASES = GroupedSums.BASES;
    private static final int CODES = 1 << 2 * BASES;

    /** Tables that one step of the loop looks into. */
    private static final int TABLES = 3;

    private static final int STEP = TABLES * CODES;

    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        if (matrix.width() > GREATEST_WIDTH) {
            return new PlainBackend().prepare(matrix);
        }
        int[] tables = tables(matrix);
        int leastPlus = matrix.plus().leastSum();
        int leastMinus = matrix.minus().map(StrandMatrix::leastSum).orElse(1 << 16);
        WindowSums plus = new WindowSums(matrix.plus());
        WindowSums minus = matrix.minus().map(WindowSums::new).orElse(plus);
        return (slice, windows, hits) -> {
            int[] found = hits.scratch(windows);
            int count = find(tables, slice.fives(), windows, leastPlus, leastMinus, found);
            byte[] codes = slice.bases();
            for (int i = 0; i < count; i++) {
                int start = found[i] >>> 2;
                if ((found[i] & 1) != 0) {
                    plus.add(codes, start, false, hits);
                }
                if ((found[i] & 2) != 0) {
                    minus.add(codes, start, true, hits);
                }
            }
        };
    }

    /** The windows whose sums would do if all bases were known; as {@link CandidateFilter#find} gives them. */
    private static int find(int[] tables, short[] fives, int windows, int leastPlus, int leastMinus, int[] found) {
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
            boolean onPlus = sum >>> 16 >= leastPlus;
            boolean onMinus = (sum & 0xFFFF) >= leastMinus;
            if (onPlus || onMinus) {
                found[count++] = 4 * start + (onMinus ? 2 : 0) + (onPlus ? 1 : 0);
            }
        }
        return count;
    }

    /** Tables of groups of five positions, filled up with empty ones to whole steps. */
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
