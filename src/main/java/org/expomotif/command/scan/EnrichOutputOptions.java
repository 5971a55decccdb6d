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
import org.expomotif.command.option.OutputPlan;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The outputs of a comparison besides its table, as a mixin. */
final class EnrichOutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--central",
            paramLabel = "FILE",
            order = 42,
            description = "Also a table of the test for the middle, with the columns of CentriMo, for all motifs.")
    private @Nullable String central;

    @Option(
            names = "--sites",
            paramLabel = "FILE",
            order = 43,
            description = "Also the sites of the motifs of the table in the sequences: BED if the name ends in .bed or"
                    + " .bed.gz, in coordinates of the genome with --peaks; otherwise a table with the columns of"
                    + " SEA.")
    private @Nullable String sites;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            order = 44,
            description = "Also an HTML page: the motifs of the table with logos and the positions of their sites,"
                    + " similar ones in one row.")
    private @Nullable String html;

    @Option(
            names = "--representatives",
            paramLabel = "FILE",
            order = 45,
            description = "Also the most enriched motif of each group of similar motifs, in MEME format.")
    private @Nullable String representatives;

    EnrichOutputOptions() {}

    /** Adds the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--central", central);
        plan.add("--sites", sites);
        plan.add("--html", html);
        plan.add("--representatives", representatives);
    }

    /** Checks the options. */
    void check() {
        if (sites != null && format(sites) == HitFormat.GFF3) {
            throw new ParameterException(
                    spec.commandLine(), "--sites: expected a name for BED or a table, found " + sites);
        }
    }

    private static HitFormat format(String file) {
        return HitFormat.ofFileName(file).orElse(HitFormat.TSV);
    }

    /** Writes the table of the test for the middle, if it was requested. */
    void writeCentral(List<EnrichedMotif> all, Provenance provenance) {
        if (central != null) {
            TsvWriter.write(central, CentralRow.class, provenance, CentralRow.of(all));
        }
    }

    /**
     * Writes the sites of some motifs, if they were requested.
     *
     * @param window bases of a window when the sequences are windows of a genome
     */
    void writeSites(Enrichment enrichment, List<EnrichedMotif> motifs, OptionalInt window, Provenance provenance) {
        if (sites == null) {
            return;
        }
        if (format(sites) == HitFormat.BED) {
            writeBed(sites, enrichment, motifs, lines(window), provenance);
            return;
        }
        try (TsvWriter<SiteRow> writer = TsvWriter.open(sites, SiteRow.class, provenance)) {
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
        if (representatives != null) {
            MemeWriter.write(
                    representatives,
                    new MotifSet(
                            groups.stream().map(group -> group.best().motif()).toList(), Optional.empty()),
                    provenance.lines());
        }
    }

    /** Writes the page, if it was requested. */
    void writePage(List<String> facts, List<MotifGroup> groups, List<EnrichmentRow> rows, Provenance provenance) {
        if (html != null) {
            Map<String, EnrichmentRow> byId = new HashMap<>();
            rows.forEach(row -> byId.put(row.id(), row));
            EnrichmentPage.write(html, facts, groups, byId, provenance.lines());
        }
    }
}
