package org.expomotif.network.kernel;

/**
 * A table of rows that are added up: each result row is the sum of {@code terms} table rows. Term p of result row l is
 * the table row that starts at index {@code p * stride + at[l + p * step]}, where {@code at} is an array of indices for
 * one sample.
 *
 * @param values the table rows
 * @param terms number of table rows in a sum
 * @param step number of positions from one term to the next
 * @param stride number of table values from one term to the next
 */
public record SumTable(float[] values, int terms, int step, int stride) {}
