package org.expomotif.motif;

import java.util.OptionalDouble;

/**
 * A motif as a position probability matrix.
 *
 * @param id the identifier ({@code MA0139.2}); a file may repeat one, see {@link MotifSet#withDistinctIds}
 * @param name the alternative name ({@code CTCF}), empty when there is none
 * @param matrix probabilities as written in the file, one row per position, columns A C G T (or U); not copied
 * @param sites the number of sites it was made from, as written (fractions kept); 0 when the file does not say
 * @param url a page about the motif, empty when there is none
 * @param alphabet DNA or RNA
 * @param threshold the score from which HOMER calls a site, a sum of natural logarithms of probabilities over 0.25,
 *     when the file gives one
 */
public record Motif(
        String id,
        String name,
        double[][] matrix,
        double sites,
        String url,
        Alphabet alphabet,
        OptionalDouble threshold) {
    /** A DNA motif without a threshold. */
    public Motif(String id, String name, double[][] matrix, double sites, String url) {
        this(id, name, matrix, sites, url, Alphabet.DNA, OptionalDouble.empty());
    }

    /** A DNA motif with neither alternative name, number of sites nor page. */
    public static Motif of(String id, double[][] matrix) {
        return new Motif(id, "", matrix, 0, "");
    }

    /** The same motif under another identifier. */
    public Motif withId(String other) {
        return new Motif(other, name, matrix, sites, url, alphabet, threshold);
    }

    /** The same motif with another number of sites, 0 when it is not known. */
    public Motif withSites(double other) {
        return new Motif(id, name, matrix, other, url, alphabet, threshold);
    }

    /** The same motif of another alphabet, its columns as they are. */
    public Motif withAlphabet(Alphabet other) {
        return new Motif(id, name, matrix, sites, url, other, threshold);
    }

    /** Number of positions. */
    public int width() {
        return matrix.length;
    }

    /** The consensus in IUPAC letters, see {@link Consensus}; RNA has U for T. */
    public String consensus() {
        String letters = Consensus.iupac(matrix);
        return alphabet == Alphabet.RNA ? letters.replace('T', 'U') : letters;
    }

    /** The motif on the other strand: rows reversed, A with T and C with G exchanged; same id. */
    public Motif reverseComplement() {
        double[][] reversed = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[matrix.length - 1 - i];
            reversed[i] = new double[] {row[3], row[2], row[1], row[0]};
        }
        return new Motif(id, name, reversed, sites, url, alphabet, threshold);
    }
}
