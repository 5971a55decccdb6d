package org.expomotif.scan.matrix;

import org.expomotif.motif.Background;

/**
 * The criteria that make a window a site.
 *
 * @param background smoothed letter frequencies
 * @param bothStrands whether the minus strand is scanned too
 * @param threshold maximum p-value of a site, above 0 and at most 1
 * @param pseudocount total added to the counts of a motif, distributed over the letters in proportion to the background
 * @param minimumScore minimum score of a site; negative infinity for no minimum
 * @param skipMasked whether windows with a lower-case base are excluded
 */
public record ScanSettings(
        ScanBackground background,
        boolean bothStrands,
        double threshold,
        double pseudocount,
        double minimumScore,
        boolean skipMasked) {
    /** FIMO's default pseudocount. */
    public static final double DEFAULT_PSEUDOCOUNT = 0.1;

    /** FIMO's default threshold. */
    public static final double DEFAULT_THRESHOLD = 1e-4;

    /** Creates settings from unsmoothed letter frequencies, with FIMO's pseudocount. */
    public static ScanSettings of(Background raw, boolean bothStrands, double threshold) {
        return new ScanSettings(
                ScanBackground.of(raw, bothStrands),
                bothStrands,
                threshold,
                DEFAULT_PSEUDOCOUNT,
                Double.NEGATIVE_INFINITY,
                false);
    }

    /** Returns these settings with another pseudocount. */
    public ScanSettings withPseudocount(double other) {
        return new ScanSettings(background, bothStrands, threshold, other, minimumScore, skipMasked);
    }

    /** Returns these settings with a minimum score. */
    public ScanSettings withMinimumScore(double minimum) {
        return new ScanSettings(background, bothStrands, threshold, pseudocount, minimum, skipMasked);
    }

    /** Returns these settings without windows that have a lower-case base. */
    public ScanSettings withoutMasked() {
        return new ScanSettings(background, bothStrands, threshold, pseudocount, minimumScore, true);
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public ScanSettings {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "expected a p-value threshold above 0 and at most 1, found " + threshold);
        }
        if (Double.isNaN(minimumScore)) {
            throw new IllegalArgumentException("the minimum score is not a number");
        }
        if (!(pseudocount >= 0) || Double.isInfinite(pseudocount)) {
            throw new IllegalArgumentException("the pseudocount is not a number of 0 or more: " + pseudocount);
        }
    }
}
