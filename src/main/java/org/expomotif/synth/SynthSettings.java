package org.expomotif.synth;

/**
 * The sizes and the seed of a synthetic data set.
 *
 * @param sequences number of sequences
 * @param length number of bases of each sequence
 * @param train fraction of training sequences, 0 to 1
 * @param valid fraction of validation sequences; the other sequences are for testing
 * @param seed random seed; the same seed gives the same bytes
 * @param gzip whether sequences, labels and sites are compressed, with file names that end in {@code .gz}
 */
public record SynthSettings(int sequences, int length, double train, double valid, long seed, boolean gzip) {
    /** Maximum number of sequences. */
    public static final int MAX_SEQUENCES = 100_000_000;

    /** Maximum length of a sequence. */
    public static final int MAX_LENGTH = 10_000_000;

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException when a size is below 1 or a fraction is not from 0 to 1
     */
    public SynthSettings {
        if (sequences < 1 || length < 1 || !(train >= 0 && valid >= 0 && train + valid <= 1 + 1e-9)) {
            throw new IllegalArgumentException(
                    "impossible sizes of a data set: " + sequences + " x " + length + ", " + train + ", " + valid);
        }
    }
}
