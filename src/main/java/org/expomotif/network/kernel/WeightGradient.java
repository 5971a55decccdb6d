package org.expomotif.network.kernel;

/**
 * The gradient of some rows of a matrix, from the inputs and the gradients of the outputs of a {@link Product}.
 *
 * @param start index of the first input of output row 0, counted from the first value of the sample
 * @param step number of values from the first input of one output row to that of the next
 * @param rows number of matrix rows
 * @param columns number of matrix columns
 * @param first index of the first value in the array of gradients
 */
public record WeightGradient(int start, int step, int rows, int columns, int first) {
    /** Output rows of the samples {@code from} to {@code to}, including the margins between samples. */
    static int terms(Tensor d, int from, int to) {
        return (to - 1 - from) * (d.pitch / d.channels) + d.length;
    }
}
