package org.expomotif.compare;

import java.util.Locale;

/**
 * Which matches are kept.
 *
 * @param measure what the threshold is one of
 * @param threshold the greatest value that is kept
 */
public record Cutoff(Measure measure, double threshold) {
    /** What a threshold may be one of. */
    public enum Measure {
        /** The chance of one target. */
        P,
        /** Matches as good expected by chance among all targets. */
        E,
        /** The least false discovery rate at which the match counts. */
        Q;

        /** The name on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tomtom's default: q of at most 0.5. */
    public static final Cutoff DEFAULT = new Cutoff(Measure.Q, 0.5);

    /** Every target of every query is kept. */
    public static final Cutoff NONE = new Cutoff(Measure.Q, 1);

    /** Refuses a threshold that keeps nothing. */
    public Cutoff {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("not a threshold: " + threshold);
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
