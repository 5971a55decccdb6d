package org.expomotif.command.scan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.RegionOptions;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.filter.FilterMatrices;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.track.TabixBuilder;
import org.expomotif.io.track.TabixFile;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.SummitPage;
import org.expomotif.run.BackgroundResult;
import org.expomotif.run.Checksum;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.scan.SequenceScan;
import org.expomotif.scan.SiteReport;
import org.expomotif.scan.input.RegionNames;
import org.expomotif.scan.input.ScanRegions;
import org.expomotif.scan.input.ScanSource;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.Pseudocounts;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.Workers;
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
        footer = "  expomotif scan --motifs jaspar.meme --sequences genome.fa.gz --threshold 1e-5 -o hits.bed.gz")
public final class ScanCommand extends StandardCommand {
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
        check();
        ScanSource scanned = new ScanSource(
                places.sequences(),
                places.regions()
                        .map(bed -> ScanRegions.read(
                                bed, places.rule(regions), regions.dropped().isPresent(), places.naming())),
                places.genomicCoordinates());
        report.keyedByPosition(chosenFormat(), output.path())
                .ifPresent(file -> scanned.regions().ifPresent(limits -> limits.requireNoOverlap(file)));
        int workers = threads.count();
        Progress progress = progress();
        Optional<MotifSet> motifs = source.motifs().map(path -> MotifFile.readDistinctOrNone(path, progress));
        MatrixSet matrices = matrices(motifs);
        // The index of the sequences that this makes must be there, under its name, when they are read again.
        ScanReport wanted = report.shard()
                .map(shard -> report.report().ofShard(scanned.shard(shard)))
                .orElseGet(report::report);
        return OutputGroup.allOrNone(() -> scan(scanned, motifs, matrices, wanted, workers, progress));
    }

    private void check() {
        places.check(regions);
        source.check();
        background.check(places.sequences(), source.motifs().isPresent());
        report.check(places.sequences(), places.genomicCoordinates(), places.naming() != RegionNames.NONE);
    }

    private MatrixSet matrices(Optional<MotifSet> motifs) {
        String file = source.file();
        motifs.map(MotifSet::alphabet).ifPresent(alphabet -> {
            source.adapt(alphabet);
            background.adapt(alphabet);
        });
        Pseudocounts pseudocounts = background.pseudocounts();
        ScanSettings settings =
                source.settings(background.choice().frequencies(motifs, places.sequences()), pseudocounts.usual());
        MatrixSet all = motifs.isPresent()
                ? MatrixSet.ofMotifs(motifs.get(), settings, pseudocounts.own(), file)
                : FilterMatrices.read(file, settings);
        return source.chosen().map(ids -> all.only(ids, file)).orElse(all);
    }

    private Integer scan(
            ScanSource scanned,
            Optional<MotifSet> motifs,
            MatrixSet matrices,
            ScanReport wanted,
            int threadCount,
            Progress progress) {
        BackgroundResult<Provenance> provenance = BackgroundResult.of(() -> provenance(scanned));
        Optional<TabixBuilder> index = index();
        try (Workers workers = new Workers(threadCount);
                OutputSink sink = Outputs.open(output.path(), workers, workers.count(), index);
                SiteReport sites = SiteReport.open(matrices, wanted, scanOutput(sink, provenance), workers)) {
            SequenceScan scan = SequenceScan.of(matrices, sites, workers, progress);
            progress.start(
                    "scanning with " + matrices.size() + (matrices.size() == 1 ? " motif" : " motifs"),
                    scanned.expectedBases(),
                    "bases");
            ScanSource.Findings findings =
                    scanned.feed(scan, report.repeatedNames(chosenFormat(), output.path()), progress);
            scan.finish();
            progress.finish();
            findings.warn(progress);
            progress.note(sites.sites() + (sites.sites() == 1 ? " site" : " sites"));
            sink.commit();
            index.filter(made -> !made.write(output.path()))
                    .ifPresent(made -> progress.warn(TabixFile.tooLong(output.path())));
            regions.dropped()
                    .ifPresent(file -> findings.dropped().ifPresent(rows -> rows.write(file, record(scanned))));
            report.summitPlot()
                    .ifPresent(file -> SummitPage.write(
                            file,
                            drawn(motifs, matrices),
                            sites.summits().orElseThrow(),
                            provenance.get().lines()));
            sites.commit();
        }
        return 0;
    }

    /** What is drawn for each of the matrices: the motifs of a file, or the filters of the model. */
    private List<Motif> drawn(Optional<MotifSet> motifs, MatrixSet matrices) {
        Set<String> ids = matrices.matrices().stream().map(ScanMatrix::id).collect(Collectors.toSet());
        return motifs.map(MotifSet::motifs).orElseGet(() -> FilterMatrices.motifs(source.file())).stream()
                .filter(motif -> ids.contains(motif.id()))
                .toList();
    }

    /** The index of the output, if it is one that has an index. */
    private Optional<TabixBuilder> index() {
        if (!report.isIndexed(output.path(), chosenFormat())) {
            return Optional.empty();
        }
        return Optional.of(
                new TabixBuilder(chosenFormat() == HitFormat.BED ? TabixFile.Lines.BED : TabixFile.Lines.GFF3));
    }

    private ScanOutput scanOutput(OutputSink sink, Supplier<Provenance> provenance) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (!Outputs.isStandard(output.path())) {
            Path parent = Path.of(output.path()).toAbsolutePath().getParent();
            folder = parent == null ? folder : parent;
        }
        return new ScanOutput(sink.stream(), chosenFormat(), places.naming() != RegionNames.NONE, provenance, folder);
    }

    private HitFormat chosenFormat() {
        return format != null ? format : HitFormat.ofFileName(output.path()).orElse(HitFormat.TSV);
    }

    private Provenance provenance(ScanSource scanned) {
        Provenance record = record(scanned);
        return report.shard()
                .map(shard -> record.with(List.of(shard.comment())))
                .orElse(record);
    }

    private Provenance record(ScanSource scanned) {
        Map<String, String> checksums = new LinkedHashMap<>();
        checksums.put(source.file(), Checksum.of(source.file()));
        String sequences = places.sequences();
        checksums.put(sequences, scanned.readsParts() ? Checksum.ofSize(sequences) : Checksum.of(sequences));
        places.regions().ifPresent(bed -> checksums.put(bed, Checksum.of(bed)));
        return standard().record(checksums).provenance();
    }
}
