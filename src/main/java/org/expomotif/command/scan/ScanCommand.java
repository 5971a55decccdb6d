package org.expomotif.command.scan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.option.RegionOptions;
import org.expomotif.command.option.StandardOptions;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.run.BackgroundResult;
import org.expomotif.run.Checksum;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.scan.SequenceScan;
import org.expomotif.scan.input.ScanSource;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.ScoreTrack;
import org.expomotif.scan.site.SiteCounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the sites of motifs, or of a network's first-layer filters, in sequences. */
@Command(
        description = {
            "Find the sites of motifs, or of a network's filters, in sequences",
            "Scores and p-values equal FIMO's to the last printed digit. Sites are in the order of the motifs, then of the "
                    + "sequences, then of their positions; with --sort by position. Soft-masked bases are scanned; a window "
                    + "that contains an unknown base is never a site."
        },
        versionProvider = StandardOptions.VersionText.class,
        footer = "  expomotif scan --motifs jaspar.meme --sequences genome.fa.gz --threshold 1e-5 -o hits.bed.gz")
public final class ScanCommand implements PlannedCommand {
    @Mixin
    private ScanMotifOptions source;

    @Mixin
    private ScanBackgroundOptions background;

    @Mixin
    private ScanSequenceOptions places;

    @Mixin
    private RegionOptions regions;

    @Mixin
    private ScanReportOptions report;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 14,
            description =
                    "tsv (FIMO's table), bed (column 5 is min(1000, -100 log10 p); the columns after the strand are score "
                            + "in bits, p-value, q-value, bases and name of the motif) or gff3 (score min(1000, -10 log10 p)). "
                            + "Default: by the suffix of the output, else tsv.")
    private @Nullable HitFormat format;

    @Mixin
    private OutputOption output;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private StandardOptions standard;

    public ScanCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
        places.plan(plan);
        regions.plan(plan);
        report.plan(plan, chosenFormat(), output.path());
    }

    @Override
    public Integer call() {
        return OutputGroup.allOrNone(this::scan);
    }

    private Integer scan() {
        ScanSource scanned = places.source(regions);
        int workers = threads.count();
        Progress progress = standard.progress();
        ScanSettings settings = source.settings(background, scanned.sequences(), progress);
        List<ScanMatrix> matrices = source.matrices(settings);
        ScanReport reported = report.report(scanned);
        BackgroundResult<Provenance> provenance = BackgroundResult.of(() -> provenance(scanned));
        try (OutputSink sink = Outputs.open(output.path());
                SequenceScan scan = new SequenceScan(
                        matrices, settings, reported, scanOutput(sink, provenance), workers, progress);
                SiteCounts counts = report.counts(matrices, provenance);
                ScoreTrack scores = report.scores(matrices, provenance)) {
            if (scores != null) {
                scan.score(scores);
            }
            if (counts != null) {
                scan.count(counts);
            }
            progress.start(
                    "scanning with " + matrices.size() + (matrices.size() == 1 ? " motif" : " motifs"),
                    scanned.expectedBases(),
                    "bases");
            ScanSource.Findings findings =
                    scanned.feed(scan, report.repeatedNames(chosenFormat(), output.path()), progress);
            scan.finish();
            progress.finish();
            findings.warn(progress);
            progress.note(scan.hits() + (scan.hits() == 1 ? " site" : " sites"));
            sink.commit();
            report.index(sink, output.path(), chosenFormat());
            if (regions.listed()) {
                regions.write(findings.dropped(), record(scanned));
            }
            if (counts != null) {
                counts.commit();
            }
            if (scores != null) {
                scores.commit();
            }
        }
        return 0;
    }

    private ScanOutput scanOutput(OutputSink sink, Supplier<Provenance> provenance) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (!Outputs.isStandard(output.path())) {
            Path parent = Path.of(output.path()).toAbsolutePath().getParent();
            folder = parent == null ? folder : parent;
        }
        return new ScanOutput(sink.stream(), chosenFormat(), provenance, folder);
    }

    private HitFormat chosenFormat() {
        return format != null ? format : HitFormat.ofFileName(output.path()).orElse(HitFormat.TSV);
    }

    private Provenance provenance(ScanSource scanned) {
        return report.provenance(record(scanned));
    }

    private Provenance record(ScanSource scanned) {
        Map<String, String> checksums = new LinkedHashMap<>();
        source.inputs().forEach(input -> checksums.put(input, Checksum.of(input)));
        places.addChecksums(scanned, checksums);
        return standard.record(checksums).provenance();
    }
}
