package org.expomotif.network.kernel;

/**
 * The layout of a convolution's input gradient, for output gradients that are mostly zero: channel o of output row r
 * adds {@code terms} values, the filter times the gradient, to the input from index {@code r * step - first} on.
 *
 * @param filters the filters in order, {@code terms} values each, position by position
 * @param channels number of filters
 * @param terms values per filter
 * @param step values from one row to the next
 * @param first index of the first input value, counted from the first value that row 0 adds to
 * @param end index after the last input value
 */
public record SparseGradient(float[] filters, int channels, int terms, int step, int first, int end) {
    /** A gradient is sparse if at most one value in this many is nonzero. */
    static final int SPARSE = 3;

    /** First term of a row inside the input. */
    int from(int row) {
        return Math.max(0, first - row * step);
    }

    /** The term of a row after the last one inside the input. */
    int to(int row) {
        return Math.min(terms, end - row * step);
    }
}
