package org.expomotif.motif;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.expomotif.dna.Nucleotide;

/**
 * A motif as a position probability matrix.
 *
 * @param id the identifier ({@code MA0139.2}); a file may contain an identifier more than once, see
 *     {@link MotifSet#withDistinctIds}
 * @param name the alternative name ({@code CTCF}); empty when there is none
 * @param matrix probabilities as written in the file, one row per position, columns A C G T (or U); not copied
 * @param sites the number of sites that the motif was made from, as written in the file, including fractions; 0 when
 *     the file does not give it
 * @param url the address of a page about the motif; empty when there is none
 * @param alphabet DNA or RNA
 * @param threshold the minimum score of a site according to HOMER, as a sum of natural logarithms of probabilities over
 *     0.25; empty when the file does not give it
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

    /** A DNA motif without an alternative name, number of sites, page or threshold. */
    public static Motif of(String id, double[][] matrix) {
        return new Motif(id, "", matrix, 0, "");
    }

    /**
     * A motif that stands for the weights of a filter where it is drawn or compared: probabilities in proportion to the
     * exponentials of the weights.
     *
     * @param weights one row per position, columns A C G T
     */
    public static Motif ofWeights(String id, double[][] weights) {
        double[][] p = new double[weights.length][4];
        for (int i = 0; i < p.length; i++) {
            double highest = Arrays.stream(weights[i]).max().orElse(0);
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                p[i][a] = Math.exp(weights[i][a] - highest);
                sum += p[i][a];
            }
            for (int a = 0; a < 4; a++) {
                p[i][a] /= sum;
            }
        }
        return of(id, p);
    }

    /** This motif with another identifier. */
    public Motif withId(String other) {
        return new Motif(other, name, matrix, sites, url, alphabet, threshold);
    }

    /** This motif with another number of sites; 0 means unknown. */
    public Motif withSites(double other) {
        return new Motif(id, name, matrix, other, url, alphabet, threshold);
    }

    /** This motif with another alphabet; the matrix is unchanged. */
    public Motif withAlphabet(Alphabet other) {
        return new Motif(id, name, matrix, sites, url, other, threshold);
    }

    /** Number of positions. */
    public int width() {
        return matrix.length;
    }

    /** The consensus in IUPAC letters (see {@link Consensus}), with U instead of T for RNA. */
    public String consensus() {
        String letters = Consensus.iupac(matrix);
        return alphabet == Alphabet.RNA ? letters.replace('T', 'U') : letters;
    }

    /** The reverse complement of this motif, with the same identifier. */
    public Motif reverseComplement() {
        return new Motif(id, name, Nucleotide.reverseComplement(matrix), sites, url, alphabet, threshold);
    }
}
