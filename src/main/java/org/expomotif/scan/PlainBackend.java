package org.expomotif.scan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The reference backend: sums of whole numbers, window by window. The positions that tell most are looked at first, and
 * a window is left as soon as the best that the rest could add does not reach the least sum. Sums of whole numbers do
 * not depend on the order, so this changes no result.
 */
public final class PlainBackend implements ScanBackend {
    /** Far enough below 0 that no position can make up for an unknown base. */
    private static final int UNKNOWN_CELL = Integer.MIN_VALUE / 2;

    /** Cells of a position in the table: four letters, the unknown one, and room up to a power of two. */
    private static final int STRIDE = 8;

    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        Table plus = new Table(matrix.plus());
        return matrix.minus()
                .map(Table::new)
                .<WindowScanner>map(minus -> (codes, windows, hits) -> scanBoth(plus, minus, codes, windows, hits))
                .orElse((codes, windows, hits) -> scanPlus(plus, codes, windows, hits));
    }

    private static void scanBoth(Table plus, Table minus, byte[] codes, int windows, HitBuffer hits) {
        int end = Math.min(windows, codes.length - plus.width + 1);
        for (int start = 0; start < end; start++) {
            int sum = plus.sum(codes, start);
            if (sum >= 0) {
                hits.add(start, false, sum);
            }
            sum = minus.sum(codes, start);
            if (sum >= 0) {
                hits.add(start, true, sum);
            }
        }
    }

    private static void scanPlus(Table plus, byte[] codes, int windows, HitBuffer hits) {
        int end = Math.min(windows, codes.length - plus.width + 1);
        for (int start = 0; start < end; start++) {
            int sum = plus.sum(codes, start);
            if (sum >= 0) {
                hits.add(start, false, sum);
            }
        }
    }

    /** The cells of one strand in the order they are looked at, and the sums that must be reached on the way. */
    private static final class Table {
        private final int width;
        private final int[] positions;
        private final int[] cells;
        private final int[] needed;

        Table(StrandMatrix strand) {
            IntegerMatrix matrix = strand.matrix();
            width = matrix.width();
            positions = IntStream.range(0, width)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> -loss(matrix, i)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            cells = new int[width * STRIDE];
            needed = new int[width];
            Arrays.fill(cells, UNKNOWN_CELL);
            int rest = 0;
            for (int j = width - 1; j >= 0; j--) {
                needed[j] = strand.leastSum() - rest;
                for (int a = 0; a < 4; a++) {
                    cells[j * STRIDE + a] = matrix.cell(positions[j], a);
                }
                rest += matrix.best(positions[j]);
            }
        }

        /** What a random base falls short of the best one at a position, times four. */
        private static int loss(IntegerMatrix matrix, int position) {
            int sum = 0;
            for (int a = 0; a < 4; a++) {
                sum += matrix.best(position) - matrix.cell(position, a);
            }
            return sum;
        }

        /** The window's sum, or -1 when it is below the least sum or a base is unknown. */
        int sum(byte[] codes, int start) {
            int sum = 0;
            for (int j = 0; j < width; j++) {
                sum += cells[j * STRIDE + codes[start + positions[j]]];
                if (sum < needed[j]) {
                    return -1;
                }
            }
            return sum;
        }
    }
}
