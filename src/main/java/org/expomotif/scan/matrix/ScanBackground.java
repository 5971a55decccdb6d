package org.expomotif.scan.matrix;

import org.expomotif.motif.Background;

/**
 * The two forms of the letter frequencies in FIMO: smoothed ones for the pseudocount, and scanning ones for the
 * log-odds and the null distribution.
 *
 * <p>Smoothed: {@link Background#smoothed()}. Scanning, two strands: A and T both have the mean of their smoothed
 * frequencies, as do C and G, divided by the sum; one strand: the smoothed frequencies.
 */
public final class ScanBackground {
    /** Letter frequencies of the non-redundant protein-coding DNA database, FIMO's default. */
    public static final Background NRDB = new Background(0.281774, 0.222020, 0.228876, 0.267330);

    private final double[] smoothed;
    private final double[] scanning;

    private ScanBackground(double[] smoothed, double[] scanning) {
        this.smoothed = smoothed;
        this.scanning = scanning;
    }

    /**
     * Smooths letter frequencies and, for two strands, averages those of complementary letters.
     *
     * @param raw unsmoothed frequencies; they need not sum to 1
     * @param bothStrands whether the minus strand is scanned too
     * @throws IllegalArgumentException when a frequency is negative or not finite
     */
    public static ScanBackground of(Background raw, boolean bothStrands) {
        for (double frequency : raw.toArray()) {
            if (!(frequency >= 0) || Double.isInfinite(frequency)) {
                throw new IllegalArgumentException("the frequency is not a number of 0 or more: " + frequency);
            }
        }
        double[] b = raw.smoothed().toArray();
        return new ScanBackground(b, bothStrands ? symmetric(b) : b);
    }

    private static double[] symmetric(double[] b) {
        double at = (b[0] + b[3]) / 2;
        double cg = (b[1] + b[2]) / 2;
        double sum = at + cg + cg + at;
        return new double[] {at / sum, cg / sum, cg / sum, at / sum};
    }

    /** The frequency of a letter code 0..3 that the pseudocount uses (b'). */
    public double smoothed(int letter) {
        return smoothed[letter];
    }

    /** The frequency of a letter code 0..3 that log-odds and the null distribution use (q). */
    public double scanning(int letter) {
        return scanning[letter];
    }
}
