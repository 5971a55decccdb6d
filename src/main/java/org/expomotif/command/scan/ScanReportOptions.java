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

/** Which sites are written, and how, as a mixin. */
final class ScanReportOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--qvalue",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "Q",
            order = 20,
            description = "Report q-values: exact, over all windows of a motif. With a number, only sites up to it.")
    private @Nullable Double qValue;

    @Option(
            names = "--sort",
            order = 21,
            description =
                    "Sites by position, in the order of the sequences, rather than motif by motif. An output that "
                            + "ends in .bed.gz or .gff3.gz then gets a tabix index (.tbi).")
    private boolean sort;

    @Option(
            names = "--best",
            order = 22,
            description =
                    "Only the best site of each motif in each sequence (in each region with --regions): the one of "
                            + "least p-value, of equals the first.")
    private boolean best;

    @Option(
            names = "--counts",
            paramLabel = "FILE",
            order = 23,
            description =
                    "Write too how many sites each motif has in each sequence or region: a table, or arrays when the "
                            + "name ends in .npz.")
    private @Nullable String counts;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            order = 24,
            description =
                    "Write too the best score of all motifs at every base (of the windows whose leftmost base it is): "
                            + "bigWig when the name ends in .bw, else bedGraph.")
    private @Nullable String scores;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            order = 24,
            description =
                    "Only share I of N equal shares, such as 2/8, to be put together by merge; cut by bases, within "
                            + "sequences too.")
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

    /** What is written, of a share when one was asked for. */
    ScanReport report(ScanSource scanned) {
        if (scores != null && (shard != null || scanned.genomicNames())) {
            throw new ParameterException(
                    spec.commandLine(), "--scores cannot go with --shard or --genomic-coordinates");
        }
        if (shard == null) {
            return report();
        }
        if (best || counts != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--shard cuts sequences, so it cannot go with --best or --counts, which are about whole ones");
        }
        if (Inputs.isReadOnce(scanned.sequences())) {
            throw new ParameterException(
                    spec.commandLine(), "--shard reads the sequences twice; give them as a file, not as '-' or a pipe");
        }
        long bases = scanned.bases();
        return report().of(new ScanShard(shard.from(bases), shard.to(bases)));
    }

    /** The provenance of the output, which says of a part that it is one. */
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

    /** The track of scores, opened; null when none was asked for. */
    @Nullable
    ScoreTrack scores(List<ScanMatrix> matrices, Supplier<Provenance> provenance) {
        return scores == null ? null : new ScoreTrack(scores, matrices, provenance.get());
    }

    /** The file of counts, opened; null when none was asked for. */
    @Nullable
    SiteCounts counts(List<ScanMatrix> matrices, Supplier<Provenance> provenance) {
        return counts == null ? null : new SiteCounts(counts, matrices, provenance.get());
    }

    /** Names are keys in a track of scores and in the index of sorted sites; elsewhere the order keeps them apart. */
    RepeatedNames repeatedNames(HitFormat format, String path) {
        return scores != null || isIndexed(path, format) ? RepeatedNames.REFUSED : RepeatedNames.REPORTED;
    }

    private boolean isIndexed(String path, HitFormat format) {
        String name = path.toLowerCase(Locale.ROOT);
        return sort && shard == null && format != HitFormat.TSV && (name.endsWith(".gz") || name.endsWith(".bgz"));
    }

    /** Makes the index of sorted sites in a compressed file that has been committed. */
    void index(OutputSink sites, String path, HitFormat format) {
        if (isIndexed(path, format)) {
            TabixFile.Lines lines = format == HitFormat.BED ? TabixFile.Lines.BED : TabixFile.Lines.GFF3;
            sites.written().ifPresent(written -> TabixFile.index(written, path, lines));
        }
    }
}
