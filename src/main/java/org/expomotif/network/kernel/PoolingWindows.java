package org.expomotif.network.kernel;

/**
 * Pooling windows over one sample. Output row o is the maximum over input rows o size - left to o size - left + size -
 * 1, restricted to 0..length-1.
 *
 * @param length number of input rows
 * @param channels values per row
 * @param size rows per window, which is also the stride
 * @param left number of rows by which the first window starts before the input
 * @param rows number of windows
 */
public record PoolingWindows(int length, int channels, int size, int left, int rows) {
    /** The first input row of a window. */
    public int first(int row) {
        return Math.max(0, row * size - left);
    }

    /** The input row after the last of a window. */
    public int end(int row) {
        return Math.min(length, row * size - left + size);
    }
}
