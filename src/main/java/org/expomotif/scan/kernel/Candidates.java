package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.ScanMatrix;

/**
 * Windows that may be hits of a matrix, each written as {@code 4 start + 2 (on minus) + (on plus)}, and their exact
 * sums.
 */
final class Candidates {
    private final WindowSums plus;
    private final WindowSums minus;

    Candidates(ScanMatrix matrix) {
        plus = new WindowSums(matrix.plus());
        minus = matrix.minus().map(WindowSums::new).orElse(plus);
    }

    /** A window as a number. */
    static int code(int start, boolean onPlus, boolean onMinus) {
        return 4 * start + (onMinus ? 2 : 0) + (onPlus ? 1 : 0);
    }

    /**
     * Adds neighbouring windows, one per bit.
     *
     * @param onPlus windows that may be hits on the plus strand
     * @param onMinus windows that may be hits on the minus strand
     * @param start first base of the window of bit 0
     * @param windows number of windows of the slice; later ones are left out
     * @param found receives the windows from {@code count} on
     * @return the new number of windows in {@code found}
     */
    static int add(long onPlus, long onMinus, int start, int windows, int[] found, int count) {
        int next = count;
        for (long left = onPlus | onMinus; left != 0; left &= left - 1) {
            int lane = Long.numberOfTrailingZeros(left);
            if (start + lane < windows) {
                found[next++] = code(start + lane, (onPlus >>> lane & 1) != 0, (onMinus >>> lane & 1) != 0);
            }
        }
        return next;
    }

    /** Adds those of the first {@code count} windows that are hits. */
    void addHits(SliceCodes slice, int[] found, int count, HitBuffer hits) {
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
    }
}
