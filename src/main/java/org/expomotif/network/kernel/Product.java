package org.expomotif.network.kernel;

/**
 * The product of rows of a tensor with a matrix. Row r of the result is the product of the {@code matrix.rows} values
 * that start {@code start + r * step} values after the first value of the sample.
 *
 * @param matrix the second factor
 * @param start index of the first factor of row 0, counted from the first value of the sample
 * @param step number of values from the first factor of one row to that of the next
 */
public record Product(PackedMatrix matrix, int start, int step) {}
