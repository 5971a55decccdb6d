package org.expomotif.enrich.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.expomotif.enrich.EnrichedMotif;
import org.expomotif.enrich.statistic.CentralEnrichment;
import org.expomotif.enrich.statistic.LogText;
import org.expomotif.io.table.TsvColumn;

/** A line of the table of central enrichment: the columns of CentriMo, without its padding. */
public record CentralRow(
        @TsvColumn("db_index") int databaseIndex,
        @TsvColumn("motif_id") String id,
        @TsvColumn("motif_alt_id") String name,
        @TsvColumn("consensus") String consensus,
        @TsvColumn("E-value") String eValue,
        @TsvColumn("adj_p-value") String adjusted,
        @TsvColumn("log_adj_p-value") String logAdjusted,
        @TsvColumn("bin_location") String location,
        @TsvColumn("bin_width") String width,
        @TsvColumn("total_width") int totalWidth,
        @TsvColumn("sites_in_bin") long sites,
        @TsvColumn("total_sites") int totalSites,
        @TsvColumn("p_success") String chance,
        @TsvColumn("p-value") String pValue,
        @TsvColumn("mult_tests") int tests) {
    /** The lines of the motifs with a test, by p-value, then in the order of the file. */
    public static List<CentralRow> of(List<EnrichedMotif> motifs) {
        List<EnrichedMotif> tested = motifs.stream()
                .filter(motif -> motif.central().isPresent())
                .sorted(Comparator.comparingDouble((EnrichedMotif motif) ->
                                motif.central().orElseThrow().adjustedLogP())
                        .thenComparingInt(EnrichedMotif::query))
                .toList();
        List<CentralRow> rows = new ArrayList<>();
        for (EnrichedMotif motif : tested) {
            CentralEnrichment central = motif.central().orElseThrow();
            rows.add(new CentralRow(
                    1,
                    motif.motif().id(),
                    motif.motif().name(),
                    motif.consensus(),
                    LogText.power(central.adjustedLogP() + Math.log(motifs.size()), 1),
                    LogText.power(central.adjustedLogP(), 1),
                    LogText.fixed(central.adjustedLogP(), 2),
                    "0.0",
                    LogText.fixed(central.width(), 1),
                    central.positions(),
                    (long) Math.floor(central.sites() + 0.5),
                    central.sequences(),
                    LogText.fixed((double) central.width() / central.positions(), 5),
                    LogText.power(central.logP(), 1),
                    central.tests()));
        }
        return rows;
    }
}
