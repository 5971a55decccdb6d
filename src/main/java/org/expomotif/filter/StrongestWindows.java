package org.expomotif.filter;

import java.util.Arrays;
import org.expomotif.network.FirstLayerKernel;

/**
 * The windows that activate one filter most, and the information of their motif.
 *
 * <p>Windows are ordered by the input of the activation function, of which it is a function that never decreases; ties
 * go to the first. At most twice the number of windows looked for is in memory.
 */
final class StrongestWindows {
    private static final int BASES = 5;
    private static final long LOW = 0xFFFFFFFFL;

    private final byte[][] codes;
    private final int positions;
    private final FilterMotifs.Settings settings;

    /**
     * For windows of sequences.
     *
     * @param positions number of outputs of the filter per sequence
     */
    StrongestWindows(byte[][] codes, int positions, FilterMotifs.Settings settings) {
        this.codes = codes;
        this.positions = positions;
        this.settings = settings;
    }

    /**
     * The information of the motifs of the strongest windows of a filter, made as {@link FilterMotifs} makes them.
     *
     * @param numbers numbers of windows, ascending, at least 2 each
     * @return bits for each number
     */
    double[] bits(FirstLayerKernel kernel, int filter, int[] numbers) {
        long[] strongest = strongest(kernel, filter, numbers[numbers.length - 1]);
        WindowCounts counts = new WindowCounts(settings.window());
        double[] bits = new double[numbers.length];
        int added = 0;
        for (int i = 0; i < numbers.length; i++) {
            for (; added < Math.min(numbers[i], strongest.length); added++) {
                long window = LOW - (strongest[strongest.length - 1 - added] & LOW);
                int start = (int) (window % positions) + FilterMotifs.centre(kernel) - settings.window() / 2;
                counts.add(codes[(int) (window / positions)], start, (int) (window / positions));
            }
            bits[i] = FilterMotifs.bits(counts, settings);
        }
        return bits;
    }

    /** The strongest windows, the strongest last: the score in the upper half, the number of the window below. */
    private long[] strongest(FirstLayerKernel kernel, int filter, int count) {
        float[] weights = weights(kernel.kernel()[filter]);
        int width = kernel.kernel()[filter].length;
        int first = FilterMotifs.centre(kernel) - settings.window() / 2;
        long[] kept = new long[2 * count];
        int size = 0;
        long minimum = Long.MIN_VALUE;
        for (int sequence = 0; sequence < codes.length; sequence++) {
            byte[] code = codes[sequence];
            for (int p = Math.max(0, -first); p < positions; p++) {
                if (p + first + settings.window() > code.length) {
                    break;
                }
                float score = 0;
                int from = p - kernel.padLeft();
                for (int k = Math.max(0, -from); k < Math.min(width, code.length - from); k++) {
                    score += weights[k * BASES + code[from + k]];
                }
                long key = ((long) sortable(score) << 32) | (LOW - ((long) sequence * positions + p));
                if (key > minimum) {
                    kept[size++] = key;
                    if (size == kept.length) {
                        Arrays.sort(kept);
                        System.arraycopy(kept, count, kept, 0, count);
                        size = count;
                        minimum = kept[0];
                    }
                }
            }
        }
        Arrays.sort(kept, 0, size);
        return Arrays.copyOfRange(kept, Math.max(0, size - count), size);
    }

    /** An integer in the order of the numbers. */
    private static int sortable(float score) {
        int bits = Float.floatToIntBits(score + 0f);
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    /** The weights of a filter with a fifth column for an unknown base, a quarter of each. */
    private static float[] weights(double[][] kernel) {
        float[] weights = new float[kernel.length * BASES];
        for (int k = 0; k < kernel.length; k++) {
            double sum = 0;
            for (int base = 0; base < 4; base++) {
                weights[k * BASES + base] = (float) kernel[k][base];
                sum += kernel[k][base];
            }
            weights[k * BASES + 4] = (float) (sum / 4);
        }
        return weights;
    }
}
