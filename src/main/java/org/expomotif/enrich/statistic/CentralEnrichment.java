package org.expomotif.enrich.statistic;

import org.expomotif.stats.IncompleteBeta;
import org.expomotif.stats.LogProbability;

/**
 * The central window of the sequences that holds more sites than expected, with the lowest p-value (CentriMo).
 *
 * @param width number of positions of the window
 * @param positions number of positions at which a site can lie
 * @param sites sites in the window; a sequence with several equally good sites gives each a part
 * @param sequences number of sequences with a site
 * @param logP logarithm of the p-value of the window
 * @param tests number of windows
 * @param adjustedLogP logarithm of the p-value, corrected for the number of windows
 */
public record CentralEnrichment(
        int width, int positions, double sites, int sequences, double logP, int tests, double adjustedLogP) {
    /**
     * Tests all windows around the middle.
     *
     * @param motifWidth width of the motif, below {@code length - 1}
     * @param length length of the sequences
     */
    public static CentralEnrichment of(CentralSites found, int motifWidth, int length) {
        int n = length - motifWidth + 1;
        double[] sums = new double[2 * length];
        double[] weights = found.weights();
        for (int i = 0; i < weights.length; i++) {
            sums[i + 1] = sums[i] + weights[i];
        }
        int lowest = n % 2 == 0 ? 2 : 1;
        int highest = n - 2;
        int tests = (highest - lowest) / 2 + 1;
        double logTests = Math.log(tests);
        int total = found.sequences();
        CentralEnrichment best = null;
        for (int k = lowest; k <= highest; k += 2) {
            double x = sums[length - 1 + k] - sums[length - k];
            double logP = x == 0 ? 0 : IncompleteBeta.log(x, total - x + 1, (double) k / n);
            double adjusted = LogProbability.ofLowest(logTests, logP);
            if (best == null || adjusted < best.adjustedLogP) {
                best = new CentralEnrichment(k, n, x, total, logP, tests, adjusted);
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no window: motif of " + motifWidth + " in sequences of " + length);
        }
        return best;
    }
}
