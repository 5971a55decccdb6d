package org.expomotif.scan;

import org.expomotif.motif.Background;

/**
 * What makes a window a hit.
 *
 * @param background letter frequencies, smoothed already
 * @param bothStrands whether the minus strand is scanned too
 * @param threshold greatest p-value of a hit, above 0 and at most 1
 * @param pseudocount added to a motif's counts, shared over the letters in proportion to the background
 * @param leastScore least score of a hit; negative infinity when any will do
 * @param skipMasked whether a window that holds a base in lower case is never a hit
 */
public record ScanSettings(
        ScanBackground background,
        boolean bothStrands,
        double threshold,
        double pseudocount,
        double leastScore,
        boolean skipMasked) {
    /** FIMO's default pseudocount. */
    public static final double DEFAULT_PSEUDOCOUNT = 0.1;

    /** FIMO's default threshold. */
    public static final double DEFAULT_THRESHOLD = 1e-4;

    /** Settings with raw letter frequencies and FIMO's pseudocount. */
    public static ScanSettings of(Background raw, boolean bothStrands, double threshold) {
        return new ScanSettings(
                ScanBackground.of(raw, bothStrands),
                bothStrands,
                threshold,
                DEFAULT_PSEUDOCOUNT,
                Double.NEGATIVE_INFINITY,
                false);
    }

    /** The same with another pseudocount. */
    public ScanSettings withPseudocount(double other) {
        return new ScanSettings(background, bothStrands, threshold, other, leastScore, skipMasked);
    }

    /** Refuses thresholds and pseudocounts without a meaning. */
    public ScanSettings {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "a p-value threshold lies above 0 and at most at 1, not at " + threshold);
        }
        if (Double.isNaN(leastScore)) {
            throw new IllegalArgumentException("the least score is no number");
        }
        if (!(pseudocount >= 0) || Double.isInfinite(pseudocount)) {
            throw new IllegalArgumentException("a pseudocount is 0 or more, not " + pseudocount);
        }
    }
}
