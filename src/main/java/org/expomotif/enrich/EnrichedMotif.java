package org.expomotif.enrich;

import java.util.Optional;
import org.expomotif.enrich.statistic.CentralEnrichment;
import org.expomotif.enrich.statistic.OddsRatio;
import org.expomotif.motif.Motif;

/**
 * The enrichment of one motif. Logarithms are natural.
 *
 * @param query index of the motif in the file
 * @param motif the motif
 * @param consensus in IUPAC letters
 * @param positives number of positives with a site
 * @param controls number of controls with a site
 * @param threshold minimum score of a site
 * @param logP logarithm of the p-value
 * @param logE logarithm of the E-value: the p-value times the number of motifs
 * @param logQ logarithm of the q-value
 * @param auc probability that the best site of a positive scores higher than that of a control
 * @param odds odds ratio of having a site
 * @param central enrichment in the middle of the positives, if it can be tested
 * @param centralWeights sites per position of the middle of a site, in half bases; empty without a central test
 */
public record EnrichedMotif(
        int query,
        Motif motif,
        String consensus,
        int positives,
        int controls,
        double threshold,
        double logP,
        double logE,
        double logQ,
        double auc,
        OddsRatio odds,
        Optional<CentralEnrichment> central,
        double[] centralWeights) {
    /** This motif with E-value and q-value. */
    EnrichedMotif with(double newLogE, double newLogQ) {
        return new EnrichedMotif(
                query,
                motif,
                consensus,
                positives,
                controls,
                threshold,
                logP,
                newLogE,
                newLogQ,
                auc,
                odds,
                central,
                centralWeights);
    }
}
