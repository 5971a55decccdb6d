package org.expomotif.compare;

/**
 * Columns of motifs side by side.
 *
 * @param letters frequencies with the pseudocount, one array a letter (A C G T), one entry a column
 * @param sites the number of sites of each column's motif, as written
 */
record Columns(double[][] letters, double[] sites) {
    /** Room for so many columns. */
    static Columns ofSize(int count) {
        return new Columns(new double[4][count], new double[count]);
    }

    int count() {
        return sites.length;
    }

    void set(int index, double[] column, double columnSites) {
        for (int a = 0; a < 4; a++) {
            letters[a][index] = column[a];
        }
        sites[index] = columnSites;
    }
}
