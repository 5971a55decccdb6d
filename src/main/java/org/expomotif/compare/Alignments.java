package org.expomotif.compare;

/**
 * How a query aligns with each oriented target, with the p-value of that alignment.
 *
 * @param offsets target column minus query column
 * @param overlaps aligned columns
 * @param pValues in double precision, not rounded
 */
record Alignments(int[] offsets, int[] overlaps, double[] pValues) {
    static Alignments ofSize(int count) {
        return new Alignments(new int[count], new int[count], new double[count]);
    }
}
