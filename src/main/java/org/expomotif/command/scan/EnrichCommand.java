package org.expomotif.command.scan;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardOptions;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.enrich.EnrichedMotif;
import org.expomotif.enrich.Enrichment;
import org.expomotif.enrich.EnrichmentSettings;
import org.expomotif.enrich.MotifGroup;
import org.expomotif.enrich.SequenceSet;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.enrich.table.EnrichmentTable;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the motifs that are enriched in sequences against controls, and in the middles of the sequences. */
@Command(
        description = {
            "Find the motifs that are enriched in sequences or peaks",
            "Each motif is tested for sites in more sequences than controls (columns as in SEA) and for sites in the"
                    + " middle of the sequences (as in CentriMo)."
        },
        versionProvider = StandardOptions.VersionText.class,
        footer = "  expomotif enrich --sequences peaks.fa --motifs jaspar.meme -o enriched.tsv")
public final class EnrichCommand implements PlannedCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EnrichMotifOptions motifs;

    @Mixin
    private EnrichSequenceOptions sequences;

    @Option(
            names = "--hold-out",
            paramLabel = "SHARE",
            order = 20,
            defaultValue = "0.1",
            description = "Share of the sequences that only serve to choose the score threshold of each motif. With 0,"
                    + " all sequences serve for both, and p-values are corrected for the choice. Default: 0.1.")
    private double holdOut;

    @Option(
            names = "--no-trim",
            order = 21,
            description = "Do not shorten controls that are longer than the sequences on average.")
    private boolean noTrim;

    @Option(
            names = "--central-score",
            paramLabel = "BITS",
            order = 22,
            defaultValue = "5",
            description = "Minimum score of a site in the test for the middle, at least 0. Default: 5.")
    private double centralScore;

    @Option(
            names = "--threshold",
            paramLabel = "E",
            order = 23,
            defaultValue = "10",
            description = "Maximum E-value of a motif in the outputs: its p-value times the number of motifs. Default:"
                    + " 10.")
    private double threshold;

    @Mixin
    private EnrichOutputOptions outputs;

    @Mixin
    private OutputOption output;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private SeedOption seed;

    @Mixin
    private StandardOptions standard;

    public EnrichCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
        sequences.plan(plan);
        outputs.plan(plan);
    }

    @Override
    public Integer call() {
        motifs.check();
        sequences.check();
        outputs.check();
        OptionRange.require(spec, "--hold-out", holdOut >= 0 && holdOut < 1, "a share of at least 0, below 1", holdOut);
        OptionRange.require(spec, "--central-score", centralScore >= 0, "a number of at least 0", centralScore);
        OptionRange.require(spec, "--threshold", threshold > 0, "a number above 0", threshold);
        return OutputGroup.allOrNone(this::write);
    }

    private Integer write() {
        Progress progress = standard.progress();
        SequenceSet positives = sequences.positives(progress);
        SequenceSet controls = sequences.controls(positives, seed.value(), progress);
        EnrichmentSettings settings = new EnrichmentSettings(holdOut, !noTrim, centralScore, seed.value());
        Enrichment enrichment = motifs.enrichment(positives, controls, settings, threads.count(), progress);
        List<EnrichedMotif> results = enrichment.test(progress);
        List<EnrichedMotif> kept = results.stream()
                .filter(motif -> motif.logE() <= Math.log(threshold))
                .toList();
        List<MotifGroup> groups = MotifGroup.of(kept, threads.count());
        List<EnrichmentRow> rows =
                new EnrichmentTable(enrichment, motifs.file(), sequences.kind(), results.size()).rows(kept, groups);
        Provenance provenance = standard.record(inputs()).provenance();
        TsvWriter.write(output.path(), EnrichmentRow.class, provenance, rows);
        EnrichmentFiles files = outputs.files();
        files.writeCentral(results, provenance);
        files.writeSites(enrichment, kept, sequences.window(), provenance);
        files.writeRepresentatives(groups, provenance);
        String found = kept.size() + " of " + results.size() + " motifs have an E-value of at most "
                + CFormat.g(threshold, 6) + ", in " + groups.size() + " groups of similar motifs";
        files.writePage(List.of(sequences.description(positives, controls), found), groups, rows, provenance);
        progress.note(found);
        return 0;
    }

    private String[] inputs() {
        List<String> inputs = new ArrayList<>(List.of(motifs.file()));
        inputs.addAll(sequences.inputs());
        return inputs.toArray(String[]::new);
    }
}
