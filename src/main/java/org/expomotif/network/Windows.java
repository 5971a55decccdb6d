package org.expomotif.network;

/**
 * Pooling windows over one sample: output row o looks at input rows o size - left to o size - left + size - 1, those
 * inside 0..length-1.
 *
 * @param length rows of the input
 * @param channels numbers in a row
 * @param size rows of a window, and from one window to the next
 * @param left rows that the first window starts before the input
 * @param rows windows
 */
record Windows(int length, int channels, int size, int left, int rows) {
    /** First input row of a window. */
    int first(int row) {
        return Math.max(0, row * size - left);
    }

    /** The input row after a window's last. */
    int end(int row) {
        return Math.min(length, row * size - left + size);
    }
}
