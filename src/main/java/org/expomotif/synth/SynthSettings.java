package org.expomotif.synth;

/**
 * Sizes of a synthetic data set.
 *
 * @param sequences how many
 * @param length bases of each
 * @param train share of the training sequences, 0 to 1
 * @param valid share of the validation sequences; the rest is for testing
 * @param seed same seed, same bytes
 * @param gzip whether sequences, labels and sites are compressed and their names end in {@code .gz}
 */
public record SynthSettings(int sequences, int length, double train, double valid, long seed, boolean gzip) {
    /** The most sequences of a run. */
    public static final int MOST_SEQUENCES = 100_000_000;

    /** Bases of the longest sequence. */
    public static final int LONGEST = 10_000_000;

    /** Refuses sizes below 1 and shares outside 0 to 1. */
    public SynthSettings {
        if (sequences < 1 || length < 1 || !(train >= 0 && valid >= 0 && train + valid <= 1 + 1e-9)) {
            throw new IllegalArgumentException(
                    "sizes of a data set: " + sequences + " x " + length + ", " + train + ", " + valid);
        }
    }
}
