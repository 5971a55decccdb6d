package org.expomotif.network;

/**
 * What every number of a convolution's output reaches, for gradients that are mostly zero: number o of row r adds
 * {@code terms} numbers from {@code r step} on, its filter times the number.
 *
 * @param filters filter after filter, {@code terms} numbers each, position by position
 * @param rows rows of the output
 * @param channels filters
 * @param terms numbers of a filter
 * @param step numbers from row to row
 * @param first where the input begins, counted from the first number that row 0 reaches
 * @param end where it ends
 */
record Spread(float[] filters, int rows, int channels, int terms, int step, int first, int end) {
    /** Of so many numbers one at most may not be zero. */
    static final int SPARSE = 3;

    /** First term of a row inside the input. */
    int from(int row) {
        return Math.max(0, first - row * step);
    }

    /** The term of a row after its last inside the input. */
    int to(int row) {
        return Math.min(terms, end - row * step);
    }
}
