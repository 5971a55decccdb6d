package org.expomotif.motif;

/**
 * A motif as a position probability matrix.
 *
 * @param id the identifier, unique in its file ({@code MA0139.2})
 * @param name the alternative name ({@code CTCF}), empty when there is none
 * @param matrix probabilities as written in the file, one row a position, columns A C G T; not copied
 * @param sites the number of sites it was made from, as written (fractions kept); 0 when the file does not say
 * @param url a page about the motif, empty when there is none
 */
public record Motif(String id, String name, double[][] matrix, double sites, String url) {
    /** A motif with neither alternative name, number of sites nor page. */
    public static Motif of(String id, double[][] matrix) {
        return new Motif(id, "", matrix, 0, "");
    }

    /** Number of positions. */
    public int width() {
        return matrix.length;
    }

    /** The motif on the other strand: rows reversed, A with T and C with G exchanged; same id. */
    public Motif reverseComplement() {
        double[][] reversed = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[matrix.length - 1 - i];
            reversed[i] = new double[] {row[3], row[2], row[1], row[0]};
        }
        return new Motif(id, name, reversed, sites, url);
    }
}
