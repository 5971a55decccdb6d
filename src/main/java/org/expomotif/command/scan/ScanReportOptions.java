package org.expomotif.command.scan;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.io.Inputs;
import org.expomotif.io.OutputSink;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.track.TabixFile;
import org.expomotif.run.Provenance;
import org.expomotif.scan.input.ScanShard;
import org.expomotif.scan.input.ScanSource;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.ScoreTrack;
import org.expomotif.scan.site.SiteCounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The sites to write, and the files beside them, as a mixin. */
final class ScanReportOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--qvalue",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "Q",
            order = 20,
            description =
                    "Report exact q-values, over all windows of a motif. With a number, only sites with at most this q-value.")
    private @Nullable Double qValue;

    @Option(
            names = "--sort",
            order = 21,
            description =
                    "Sort sites by position, in the order of the sequences, rather than by motif. An output whose "
                            + "name ends in .bed.gz or .gff3.gz then gets a tabix index (.tbi).")
    private boolean sort;

    @Option(
            names = "--best",
            order = 22,
            description =
                    "Only the best site of each motif in each sequence (in each region with --regions): the one with "
                            + "the lowest p-value; ties go to the first.")
    private boolean best;

    @Option(
            names = "--counts",
            paramLabel = "FILE",
            order = 23,
            description =
                    "Also write the number of sites of each motif in each sequence or region: a table, or arrays when "
                            + "the name ends in .npz.")
    private @Nullable String counts;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            order = 24,
            description = "Also write the best score of all motifs at every base (of the windows that start there): "
                    + "bigWig when the name ends in .bw, else bedGraph.")
    private @Nullable String scores;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            order = 24,
            description =
                    "Only part I of N equal parts, such as 2/8; merge combines the parts. They are cut by bases, also "
                            + "within sequences.")
    private @Nullable Shard shard;

    ScanReportOptions() {}

    /** Adds the files that are written beside the sites, and the index of the sites. */
    void plan(OutputPlan plan, HitFormat format, String sites) {
        if (isIndexed(sites, format)) {
            plan.add("--output", sites, TabixFile.nameOfIndex(sites));
        }
        plan.add("--counts", counts);
        plan.add("--scores", scores);
    }

    /** The report to write, of one shard if requested. */
    ScanReport report(ScanSource scanned) {
        if (scores != null && (shard != null || scanned.genomicNames())) {
            throw new ParameterException(
                    spec.commandLine(), "--scores cannot be combined with --shard or --genomic-coordinates");
        }
        if (shard == null) {
            return report();
        }
        if (best || counts != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--shard cuts sequences, so it cannot be combined with --best or --counts, which need whole sequences");
        }
        if (Inputs.isReadOnce(scanned.sequences())) {
            throw new ParameterException(
                    spec.commandLine(), "--shard reads the sequences twice; give them as a file, not as '-' or a pipe");
        }
        long bases = scanned.bases();
        return report().of(new ScanShard(shard.from(bases), shard.to(bases)));
    }

    /** The provenance of the output, which records the shard if there is one. */
    Provenance provenance(Provenance record) {
        return shard == null ? record : record.with(List.of(shard.comment()));
    }

    private ScanReport report() {
        if (qValue != null && !(qValue > 0 && qValue <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--qvalue: expected a number above 0 and at most 1, found " + qValue);
        }
        return new ScanReport(qValue != null, qValue == null ? 1 : qValue, sort, best);
    }

    /** Opens the track of scores; null when it was not requested. */
    @Nullable
    ScoreTrack scores(List<ScanMatrix> matrices, Supplier<Provenance> provenance) {
        return scores == null ? null : new ScoreTrack(scores, matrices, provenance.get());
    }

    /** Opens the file of counts; null when it was not requested. */
    @Nullable
    SiteCounts counts(List<ScanMatrix> matrices, Supplier<Provenance> provenance) {
        return counts == null ? null : new SiteCounts(counts, matrices, provenance.get());
    }

    /**
     * Whether sequences may have the same name. Names are keys in a track of scores and in an index; in other outputs
     * the order distinguishes the sequences.
     */
    RepeatedNames repeatedNames(HitFormat format, String path) {
        return scores != null || isIndexed(path, format) ? RepeatedNames.REFUSED : RepeatedNames.REPORTED;
    }

    private boolean isIndexed(String path, HitFormat format) {
        String name = path.toLowerCase(Locale.ROOT);
        return sort && shard == null && format != HitFormat.TSV && (name.endsWith(".gz") || name.endsWith(".bgz"));
    }

    /** Writes the index of sorted sites once their compressed file is committed. */
    void index(OutputSink sites, String path, HitFormat format) {
        if (isIndexed(path, format)) {
            TabixFile.Lines lines = format == HitFormat.BED ? TabixFile.Lines.BED : TabixFile.Lines.GFF3;
            sites.written().ifPresent(written -> TabixFile.index(written, path, lines));
        }
    }
}
