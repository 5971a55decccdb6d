package org.expomotif.motif;

/**
 * Frequencies of the four letters outside motifs.
 *
 * @param a frequency of A, as given; the four frequencies need not sum to 1
 * @param c frequency of C
 * @param g frequency of G
 * @param t frequency of T
 */
public record Background(double a, double c, double g, double t) {
    /** A frequency of 0.25 for each letter. */
    public static final Background UNIFORM = new Background(0.25, 0.25, 0.25, 0.25);

    /** The four frequencies in the order A C G T, as a new array. */
    public double[] toArray() {
        return new double[] {a, c, g, t};
    }
}
