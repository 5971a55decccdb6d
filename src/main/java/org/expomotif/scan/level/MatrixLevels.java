package org.expomotif.scan.level;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.expomotif.scan.kernel.GroupedSums;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.StrandSums;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Finds the levels ({@link PValueLevels}) of the windows of one matrix, on each strand that is scanned. Immutable.
 * Arrays of counts have {@link PValueLevels#COUNT} + 1 numbers of windows, by the number of levels that their p-value
 * reaches.
 */
final class MatrixLevels {
    /** Number of windows whose sums are computed together; they stay in the processor's cache. */
    private static final int BLOCK = 2048;

    private final IntegerMatrix plus;
    private final @Nullable IntegerMatrix minus;
    private final byte[] plusReached;
    private final byte @Nullable [] minusReached;
    private final @Nullable StrandSums sums;

    /** The sums of each strand, used for matrices that are too wide for {@link StrandSums}. */
    private final List<GroupedSums> wide;

    MatrixLevels(ScanMatrix matrix, ScanBackground background) {
        Optional<StrandMatrix> other = matrix.minus();
        plus = matrix.plus().matrix();
        minus = other.map(StrandMatrix::matrix).orElse(null);
        plusReached = PValueLevels.reached(matrix.plus(), background);
        minusReached =
                other.map(strand -> PValueLevels.reached(strand, background)).orElse(null);
        sums = width() <= StrandSums.MAXIMUM_WIDTH ? new StrandSums(plus, minus) : null;
        wide = sums != null
                ? List.of()
                : Stream.concat(Stream.of(plus), Stream.ofNullable(minus))
                        .map(GroupedSums::new)
                        .toList();
    }

    /** Number of positions of the matrix. */
    int width() {
        return plus.width();
    }

    /**
     * Counts windows of known bases one by one.
     *
     * @param fives result of {@link SliceCodes#fives()}
     * @param from index of the first base of the first window
     * @param to index after the first base of the last window
     * @param counts the numbers of windows to which they are added
     */
    void add(short[] fives, int from, int to, long[] counts) {
        if (from >= to) {
            return;
        }
        if (sums == null) {
            addWide(wide.getFirst(), plusReached, fives, from, to, counts);
            if (minusReached != null) {
                addWide(wide.getLast(), minusReached, fives, from, to, counts);
            }
            return;
        }
        int[] block = new int[Math.min(BLOCK, to - from)];
        int[] onPlus = new int[counts.length];
        int[] onMinus = new int[counts.length];
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            sums.sum(fives, start, block, count);
            if (minusReached == null) {
                countPlus(block, count, onPlus);
            } else {
                countBoth(block, count, minusReached, onPlus, onMinus);
            }
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += onPlus[i] + onMinus[i];
        }
    }

    private void countPlus(int[] block, int count, int[] onPlus) {
        byte[] reached = plusReached;
        for (int i = 0; i < count; i++) {
            onPlus[reached[block[i]]]++;
        }
    }

    private void countBoth(int[] block, int count, byte[] ofMinus, int[] onPlus, int[] onMinus) {
        byte[] ofPlus = plusReached;
        for (int i = 0; i < count; i++) {
            int both = block[i];
            onPlus[ofPlus[StrandSums.plus(both)]]++;
            onMinus[ofMinus[StrandSums.minus(both)]]++;
        }
    }

    private static void addWide(GroupedSums sums, byte[] reached, short[] fives, int from, int to, long[] counts) {
        for (int start = from; start < to; start++) {
            counts[reached[sums.sum(fives, start)]]++;
        }
    }

    /**
     * Counts the windows of all words.
     *
     * @param windows number of windows with each word of as many bases as the matrix has positions, at most 15
     * @param counts the numbers of windows to which they are added
     */
    void addWords(IntToLongFunction windows, long[] counts) {
        int back = width() / 2;
        int[] front = StrandSums.words(plus, minus, 0, width() - back);
        int[] rest = StrandSums.words(plus, minus, width() - back, back);
        for (int first = 0; first < front.length; first++) {
            for (int last = 0; last < rest.length; last++) {
                long count = windows.applyAsLong(first << 2 * back | last);
                if (count > 0) {
                    int both = front[first] + rest[last];
                    counts[plusReached[StrandSums.plus(both)]] += count;
                    if (minusReached != null) {
                        counts[minusReached[StrandSums.minus(both)]] += count;
                    }
                }
            }
        }
    }
}
