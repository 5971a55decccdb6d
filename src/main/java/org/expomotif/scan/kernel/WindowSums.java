package org.expomotif.scan.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * Sums the cells of single windows. The most informative positions come first, and a window is abandoned as soon as the
 * remaining positions cannot raise its sum to the minimum. Integer sums do not depend on the order, so this changes no
 * result.
 */
final class WindowSums {
    /** Cell of an unknown base, so low that no other positions can compensate for it. */
    private static final int UNKNOWN_CELL = Integer.MIN_VALUE / 2;

    /** Number of cells per position: four letters, the unknown base, and padding to a power of two. */
    private static final int STRIDE = 8;

    private final int width;
    private final int[] positions;
    private final int[] cells;
    private final int[] needed;

    WindowSums(StrandMatrix strand) {
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
            needed[j] = strand.minimumSum() - rest;
            for (int a = 0; a < 4; a++) {
                cells[j * STRIDE + a] = matrix.cell(positions[j], a);
            }
            rest += matrix.best(positions[j]);
        }
    }

    /** The mean loss of a uniformly random base at a position, compared with the best base, times four. */
    private static int loss(IntegerMatrix matrix, int position) {
        int sum = 0;
        for (int a = 0; a < 4; a++) {
            sum += matrix.best(position) - matrix.cell(position, a);
        }
        return sum;
    }

    /** Number of positions. */
    int width() {
        return width;
    }

    /** The sum of a window, or -1 when it is below the minimum or a base is unknown. */
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

    /** Adds the window to {@code hits} if it is a hit. */
    void add(byte[] codes, int start, boolean isMinus, HitBuffer hits) {
        int sum = sum(codes, start);
        if (sum >= 0) {
            hits.add(start, isMinus, sum);
        }
    }
}
