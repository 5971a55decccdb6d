package org.expomotif.compare;

import java.util.Locale;

/**
 * The threshold that a match must meet to be kept.
 *
 * @param measure quantity that is compared with the threshold
 * @param threshold maximum value that is kept
 */
public record Cutoff(Measure measure, double threshold) {
    /** The quantity that a threshold applies to. */
    public enum Measure {
        /** The p-value: the probability of as good an alignment with one random target. */
        P,
        /** The E-value: the expected number of equally good matches by chance among all targets. */
        E,
        /** The q-value: the minimum false discovery rate at which the match is accepted. */
        Q;

        /** The name on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tomtom's default: a q-value of at most 0.5. */
    public static final Cutoff DEFAULT = new Cutoff(Measure.Q, 0.5);

    /** Every target of every query is kept. */
    public static final Cutoff NONE = new Cutoff(Measure.Q, 1);

    /**
     * Checks the threshold.
     *
     * @throws IllegalArgumentException when it is not above 0
     */
    public Cutoff {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("the threshold is not above 0: " + threshold);
        }
    }

    boolean keeps(double p, double e, double q) {
        return switch (measure) {
            case P -> p <= threshold;
            case E -> e <= threshold;
            case Q -> q <= threshold;
        };
    }
}
