package org.expomotif.compare.score;

/**
 * The best alignment of a query with each oriented target, and its p-value.
 *
 * @param offsets target column minus query column
 * @param overlaps numbers of aligned columns
 * @param pValues in double precision, not rounded
 */
public record Alignments(int[] offsets, int[] overlaps, double[] pValues) {
    static Alignments ofSize(int count) {
        return new Alignments(new int[count], new int[count], new double[count]);
    }
}
