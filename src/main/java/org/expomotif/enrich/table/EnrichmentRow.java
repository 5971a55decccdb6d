package org.expomotif.enrich.table;

import org.expomotif.enrich.ControlKind;
import org.expomotif.enrich.EnrichedMotif;
import org.expomotif.enrich.Enrichment;
import org.expomotif.enrich.statistic.LogText;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TsvColumn;

/**
 * A line of the table of enriched motifs: the columns of SEA, then those that SEA does not have. Numbers that SEA does
 * not print with significant digits are text.
 */
public record EnrichmentRow(
        @TsvColumn("RANK") int rank,
        @TsvColumn("DB") String database,
        @TsvColumn("ID") String id,
        @TsvColumn("ALT_ID") String name,
        @TsvColumn("CONSENSUS") String consensus,
        @TsvColumn("TP") int positivesWithSite,
        @TsvColumn("TP%") String positivesPercent,
        @TsvColumn("FP") int controlsWithSite,
        @TsvColumn("FP%") String controlsPercent,
        @TsvColumn(value = "ENR_RATIO", digits = 3) double ratio,
        @TsvColumn(value = "SCORE_THR", digits = 2) double threshold,
        @TsvColumn("PVALUE") String pValue,
        @TsvColumn("LOG_PVALUE") String logP,
        @TsvColumn("EVALUE") String eValue,
        @TsvColumn("LOG_EVALUE") String logE,
        @TsvColumn("QVALUE") String qValue,
        @TsvColumn("LOG_QVALUE") String logQ,
        @TsvColumn("POSITIVES") int positives,
        @TsvColumn("NEGATIVES") int negatives,
        @TsvColumn("CONTROLS") ControlKind controls,
        @TsvColumn("TEST") String test,
        @TsvColumn(value = "ODDS_RATIO", digits = 3) double oddsRatio,
        @TsvColumn(value = "ODDS_LOW", digits = 3) double oddsLow,
        @TsvColumn(value = "ODDS_HIGH", digits = 3) double oddsHigh,
        @TsvColumn(value = "AUC", digits = 4) double auc,
        @TsvColumn("CENTRAL_PVALUE") String centralP,
        @TsvColumn("CENTRAL_EVALUE") String centralE,
        @TsvColumn("CENTRAL_WIDTH") String centralWidth,
        @TsvColumn("CENTRAL_SITES") String centralSites,
        @TsvColumn("CENTRAL_SEQUENCES") String centralSequences,
        @TsvColumn("GROUP") String group) {
    private static final String MISSING = "NA";

    /** The line of a motif; the parameters are those of {@link EnrichmentTable}. */
    static EnrichmentRow of(
            EnrichedMotif motif,
            int rank,
            String database,
            int motifs,
            Enrichment run,
            ControlKind controls,
            EnrichedMotif group) {
        int n = run.positives();
        int m = run.controls();
        double ratio = (motif.positives() + 1.0) / (n + 1.0) / ((motif.controls() + 1.0) / (m + 1.0));
        double logMotifs = Math.log(motifs);
        return new EnrichmentRow(
                rank,
                database,
                motif.motif().id(),
                motif.motif().name(),
                motif.consensus(),
                motif.positives(),
                LogText.fixed(100.0 * motif.positives() / n, 2),
                motif.controls(),
                LogText.fixed(100.0 * motif.controls() / m, 2),
                ratio,
                motif.threshold(),
                LogText.power(motif.logP(), 2),
                LogText.fixed(motif.logP(), 2),
                LogText.power(motif.logE(), 2),
                LogText.fixed(motif.logE(), 2),
                LogText.power(motif.logQ(), 2),
                LogText.fixed(motif.logQ(), 2),
                n,
                m,
                controls,
                run.isBinomial() ? "binomial" : "fisher",
                motif.odds().ratio(),
                motif.odds().low(),
                motif.odds().high(),
                motif.auc(),
                motif.central().map(c -> LogText.power(c.adjustedLogP(), 2)).orElse(MISSING),
                motif.central()
                        .map(c -> LogText.power(c.adjustedLogP() + logMotifs, 2))
                        .orElse(MISSING),
                motif.central().map(c -> Integer.toString(c.width())).orElse(MISSING),
                motif.central().map(c -> CFormat.g(c.sites(), 6)).orElse(MISSING),
                motif.central().map(c -> Integer.toString(c.sequences())).orElse(MISSING),
                group.motif().id());
    }
}
