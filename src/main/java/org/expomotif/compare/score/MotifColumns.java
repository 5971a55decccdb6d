package org.expomotif.compare.score;

/**
 * The columns of several motifs, side by side.
 *
 * @param letters frequencies with the pseudocount: one array per letter (A C G T), one entry per column
 * @param sites number of sites of each column's motif, as in its file
 */
public record MotifColumns(double[][] letters, double[] sites) {
    /** Allocates {@code count} columns, all zero. */
    public static MotifColumns ofSize(int count) {
        return new MotifColumns(new double[4][count], new double[count]);
    }

    int count() {
        return sites.length;
    }

    public void set(int index, double[] column, double columnSites) {
        for (int a = 0; a < 4; a++) {
            letters[a][index] = column[a];
        }
        sites[index] = columnSites;
    }
}
