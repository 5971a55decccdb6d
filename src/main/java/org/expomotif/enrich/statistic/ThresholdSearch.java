package org.expomotif.enrich.statistic;

import org.expomotif.stats.LogProbability;

/**
 * The score threshold with the lowest p-value (SEA). The best sites of all sequences are visited from the highest score
 * down; equal scores count controls first. A test is made after each run of positives.
 *
 * @param threshold the lowest score of a site, NaN when no threshold has a p-value below 1
 * @param positives positives with a site
 * @param controls controls with a site
 * @param logP logarithm of the p-value, rounded, 0 when there is no threshold
 * @param improvements how often a test had a lower p-value than all before
 */
public record ThresholdSearch(double threshold, int positives, int controls, double logP, int improvements) {
    /** Relative and absolute margin within which a bound does not exclude a lower p-value. */
    private static final double MARGIN = 1e-6;

    /** Searches all thresholds. */
    public static ThresholdSearch of(BestScores scores, CountTest test) {
        double[] positives = scores.positives();
        double[] controls = scores.controls();
        int a = 0;
        int c = 0;
        double best = 0;
        ThresholdSearch found = new ThresholdSearch(Double.NaN, 0, 0, 0, 0);
        while (a < positives.length) {
            double score = positives[positives.length - 1 - a];
            while (c < controls.length && controls[controls.length - 1 - c] >= score - BestScores.EQUAL) {
                c++;
            }
            a++;
            boolean endsRun = a == positives.length
                    || c < controls.length
                            && controls[controls.length - 1 - c]
                                    >= positives[positives.length - 1 - a] - BestScores.EQUAL;
            if (endsRun && test.lowerBound(a, c) <= best * (1 - MARGIN) + MARGIN) {
                double logP = LogProbability.rounded(test.logP(a, c));
                if (logP < best) {
                    best = logP;
                    found = new ThresholdSearch(score, a, c, logP, found.improvements + 1);
                }
            }
        }
        return found;
    }
}
