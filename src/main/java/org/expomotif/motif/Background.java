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

    /** What {@link #smoothed()} adds to each frequency. */
    private static final double SMOOTHING = 5e-7;

    /**
     * Frequencies above 0 that sum to 1: {@code (b_a + 5e-7) / (sum + 4 * 5e-7)}, as the MEME Suite's programs smooth a
     * background.
     */
    public Background smoothed() {
        double total = a + c + g + t + 4 * SMOOTHING;
        return new Background(
                (a + SMOOTHING) / total, (c + SMOOTHING) / total, (g + SMOOTHING) / total, (t + SMOOTHING) / total);
    }

    /** The four frequencies in the order A C G T, as a new array. */
    public double[] toArray() {
        return new double[] {a, c, g, t};
    }
}
