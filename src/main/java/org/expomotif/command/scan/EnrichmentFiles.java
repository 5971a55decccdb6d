package org.expomotif.command.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.expomotif.enrich.EnrichedMotif;
import org.expomotif.enrich.EnrichedSite;
import org.expomotif.enrich.Enrichment;
import org.expomotif.enrich.MotifGroup;
import org.expomotif.enrich.table.CentralRow;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.enrich.table.GenomeSites;
import org.expomotif.enrich.table.SiteRow;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.report.EnrichmentPage;
import org.expomotif.run.Provenance;
import org.expomotif.scan.site.HitFormat;

/**
 * The files of a comparison besides its table, as far as they were requested.
 *
 * @param central table of the test for the middle
 * @param sites sites of the enriched motifs
 * @param html page of the enriched motifs
 * @param representatives the most enriched motif of each group
 */
record EnrichmentFiles(
        Optional<String> central, Optional<String> sites, Optional<String> html, Optional<String> representatives) {
    /** The format of the sites by the name of their file. */
    static HitFormat format(String file) {
        return HitFormat.ofFileName(file).orElse(HitFormat.TSV);
    }

    /** Writes the table of the test for the middle, if it was requested. */
    void writeCentral(List<EnrichedMotif> all, Provenance provenance) {
        if (central.isPresent()) {
            TsvWriter.write(central.get(), CentralRow.class, provenance, CentralRow.of(all));
        }
    }

    /**
     * Writes the sites of some motifs, if they were requested.
     *
     * @param window bases of a window when the sequences are windows of a genome
     */
    void writeSites(Enrichment enrichment, List<EnrichedMotif> motifs, OptionalInt window, Provenance provenance) {
        if (sites.isEmpty()) {
            return;
        }
        if (format(sites.get()) == HitFormat.BED) {
            writeBed(sites.get(), enrichment, motifs, lines(window), provenance);
            return;
        }
        try (TsvWriter<SiteRow> writer = TsvWriter.open(sites.get(), SiteRow.class, provenance)) {
            enrichment.sites(motifs, site -> writer.write(SiteRow.of(site)));
            writer.commit();
        }
    }

    private static Function<EnrichedSite, Optional<String>> lines(OptionalInt window) {
        return window.isPresent() ? new GenomeSites(window.getAsInt())::bed : site -> Optional.of(SiteRow.bed(site));
    }

    private static void writeBed(
            String file,
            Enrichment enrichment,
            List<EnrichedMotif> motifs,
            Function<EnrichedSite, Optional<String>> lines,
            Provenance provenance) {
        try (OutputSink sink = Outputs.open(file)) {
            sink.stream().write(HitFormat.BED.head(() -> provenance));
            enrichment.sites(motifs, site -> lines.apply(site).ifPresent(line -> write(sink, line)));
            sink.stream().write(HitFormat.BED.foot(() -> provenance));
            sink.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputSink sink, String line) {
        try {
            sink.stream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the most enriched motif of each group, if they were requested. */
    void writeRepresentatives(List<MotifGroup> groups, Provenance provenance) {
        if (representatives.isPresent()) {
            MemeWriter.write(
                    representatives.get(),
                    new MotifSet(
                            groups.stream().map(group -> group.best().motif()).toList(), Optional.empty()),
                    provenance.lines());
        }
    }

    /** Writes the page, if it was requested. */
    void writePage(List<String> facts, List<MotifGroup> groups, List<EnrichmentRow> rows, Provenance provenance) {
        if (html.isPresent()) {
            Map<String, EnrichmentRow> byId = new HashMap<>();
            rows.forEach(row -> byId.put(row.id(), row));
            EnrichmentPage.write(html.get(), facts, groups, byId, provenance.lines());
        }
    }
}
