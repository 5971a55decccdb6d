package org.expomotif.compare;

/**
 * Which matches are kept.
 *
 * @param evalue whether the threshold is one of E-values; q-values otherwise
 * @param threshold the greatest value that is kept
 */
public record Cutoff(boolean evalue, double threshold) {
    /** Tomtom's default: q of at most 0.5. */
    public static final Cutoff DEFAULT = new Cutoff(false, 0.5);

    /** Every target of every query is kept. */
    public static final Cutoff NONE = new Cutoff(false, 1);

    /** Refuses a threshold that keeps nothing. */
    public Cutoff {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("not a threshold: " + threshold);
        }
    }

    boolean keeps(double e, double q) {
        return (evalue ? e : q) <= threshold;
    }
}
