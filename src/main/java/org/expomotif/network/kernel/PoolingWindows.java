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

    /** An array for the input rows of the maxima, one per window and channel of every sample. */
    public int[] arguments(int samples) {
        return new int[samples * rows * channels + Kernels.SLACK];
    }

    /** Index of a sample's first maximum in {@link #arguments}. */
    int at(int sample) {
        return sample * rows * channels;
    }

    /**
     * The maxima after dropout: the value of z at each, and its input row, or -1 if the maximum was dropped.
     *
     * @param windows the windows
     * @param z one row per window
     * @param argument the input rows, from {@link PoolingWindows#arguments}
     */
    public record Maxima(PoolingWindows windows, Tensor z, int[] argument) {
        /** Arrays for the maxima of samples. */
        public static Maxima of(PoolingWindows windows, int samples) {
            Tensor z = new Tensor(samples, windows.rows, windows.channels);
            return new Maxima(windows, z, windows.arguments(samples));
        }
    }
}
