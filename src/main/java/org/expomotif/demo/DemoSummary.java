package org.expomotif.demo;

import java.util.List;
import java.util.Locale;
import org.expomotif.benchmark.AttributionRecovery;
import org.expomotif.discover.table.DiscoveredRow;
import org.expomotif.discover.table.Discovery;
import org.expomotif.io.table.TsvReader;
import org.expomotif.io.track.Bed;
import org.expomotif.train.ClassMetrics;

/** The summary printed at the end of the demo: the files and what they show. */
final class DemoSummary {
    private DemoSummary() {}

    /**
     * A row of the table of planted motifs.
     *
     * @param query the filter
     * @param planted the planted motif that it matches, or {@code none}
     */
    record Planted(String query, String planted) {}

    /**
     * A row of the localisation.
     *
     * @param id name of the sequence, or {@code mean} or {@code sd}
     * @param auroc area under the receiver operating characteristic
     */
    record Located(String id, double auroc) {}

    /** The text, which ends with a line end. */
    static String text(Demo demo) {
        ClassMetrics metrics =
                TsvReader.readAll(demo.at("metrics.tsv"), ClassMetrics.class).getLast();
        List<Planted> filters = TsvReader.readAll(demo.at("planted.tsv"), Planted.class);
        long matched = filters.stream()
                .filter(filter -> !filter.planted().equals("none"))
                .count();
        long kinds = filters.stream()
                .map(Planted::planted)
                .filter(id -> !id.equals("none"))
                .distinct()
                .count();
        double located = TsvReader.readAll(demo.at("localization.tsv"), Located.class).stream()
                .filter(row -> row.id().equals("mean"))
                .mapToDouble(Located::auroc)
                .sum();
        List<AttributionRecovery.Row> recoveries =
                TsvReader.readAll(demo.at("scores.evaluation.tsv"), AttributionRecovery.Row.class);
        AttributionRecovery.Row recovery = recoveries.get(recoveries.size() - 2);
        long[] hits = new long[1];
        Bed.forEach(demo.at("hits.bed"), site -> hits[0]++);
        return String.format(
                Locale.ROOT,
                """

                Done. In %s:
                  filters.html          look at this first: the logo of every filter beside the motif it matches
                  metrics.tsv           mean of 12 classes on test sequences: AUROC %.3f, AUPR %.3f
                  filters.meme          %d filters as motifs
                  matches.tsv           their matches in JASPAR 2016 (jaspar.meme)
                  planted.tsv           %d of %d filters match a planted motif, %d of 12 motifs found
                  hits.bed              %,d sites of the filters
                  localization.tsv      how well filters separate planted regions from gaps: AUROC %.3f
                  scores.npz            integrated gradients of class %s, %d test sequences
                  scores.evaluation.tsv how well they single out the planted bases: AUROC %.3f, AUPR %.3f
                  discovered            motifs.html: what stands out in DeepSHAP scores of the class: %s
                  model.zip             the network; model.history.tsv: its training, epoch by epoch
                  data                  sequences, labels, planted sites and motifs
                  commands.sh           every command that was run
                  run.json              what made all this: version, command line, seed
                """,
                demo.folder(),
                metrics.auroc(),
                metrics.aupr(),
                filters.size(),
                matched,
                filters.size(),
                kinds,
                hits[0],
                located,
                Demo.EXPLAINED_CLASS,
                recoveries.size() - 2,
                recovery.auroc(),
                recovery.aupr(),
                discovered(demo));
    }

    /** The motifs in a few words. */
    private static String discovered(Demo demo) {
        String table = demo.at(Demo.DISCOVERED + "/" + Discovery.TABLE);
        List<String> motifs = TsvReader.readAll(table, DiscoveredRow.class).stream()
                .map(DiscoveredRow::label)
                .toList();
        return motifs.isEmpty() ? "nothing" : String.join(", ", motifs);
    }
}
