package org.expomotif.command.scan;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.table.MatrixMarketOutput;
import org.expomotif.io.track.TabixFile;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The sites to write, and the files beside them, as a mixin. */
final class ScanReportOptions extends OptionMixin {
    private static final String SUMMIT_PLOT = "--summit-plot";

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
                    "Also write the number of sites of each motif in each sequence or region: a table, arrays when "
                            + "the name ends in .npz, or a sparse matrix in the format of Matrix Market when it ends in "
                            + ".mtx, with the names of its rows and columns in files beside it.")
    private @Nullable String counts;

    @Option(
            names = SUMMIT_PLOT,
            paramLabel = "FILE.html",
            order = 23,
            description =
                    "Also write a page with a plot, for each motif, of the distances of its sites from the summits of their "
                            + "regions, most central motif first. Needs --name-regions.")
    private @Nullable String summitPlot;

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
                    "Only shard I of N, such as 2/8; merge combines the shards. They have equal numbers of bases, and "
                            + "a sequence may be divided.")
    private @Nullable Shard shard;

    ScanReportOptions() {}

    /** Adds the files that are written beside the sites, and the index of the sites. */
    void plan(OutputPlan plan, HitFormat format, String sites) {
        if (isIndexed(sites, format)) {
            plan.add("--output", sites, TabixFile.nameOfIndex(sites));
        }
        plan.add("--counts", counts);
        if (counts != null && MatrixMarketOutput.isName(counts)) {
            plan.add("--counts", counts, MatrixMarketOutput.rowsOf(counts));
            plan.add("--counts", counts, MatrixMarketOutput.columnsOf(counts));
        }
        plan.add(SUMMIT_PLOT, summitPlot);
        plan.add("--scores", scores);
    }

    /**
     * Checks the options.
     *
     * @param sequences path of the scanned sequences
     * @param genomicNames whether the headers of the sequences are read as positions in a genome
     * @param namedRegions whether sites carry the name of their region
     */
    void check(String sequences, boolean genomicNames, boolean namedRegions) {
        check(summitPlot == null || namedRegions, SUMMIT_PLOT + " needs --name-regions");
        check(
                scores == null || shard == null && !genomicNames,
                "--scores cannot be combined with --shard or --genomic-coordinates");
        check(
                shard == null || !best && counts == null && summitPlot == null,
                "--shard cuts sequences, so it cannot be combined with --best, --counts or --summit-plot, which need"
                        + " whole sequences");
        check(
                shard == null || !Inputs.isReadOnce(sequences),
                "--shard reads the sequences twice; give them as a file, not as '-' or a pipe");
        check(
                qValue == null || qValue > 0 && qValue <= 1,
                "--qvalue: expected a number above 0 and at most 1, found " + qValue);
    }

    /** The report to write, of all the work. */
    ScanReport report() {
        ScanReport report = qValue == null ? ScanReport.ALL : ScanReport.ALL.withQValues(qValue);
        report = sort ? report.byPosition() : report;
        report = best ? report.bestOnly() : report;
        report = counts == null ? report : report.withCounts(counts);
        report = summitPlot == null ? report : report.withSummits();
        return scores == null ? report : report.withScores(scores);
    }

    /** The page of distances from summits, if it was requested. */
    Optional<String> summitPlot() {
        return Optional.ofNullable(summitPlot);
    }

    /** The shard of the work to do; empty for all the work. */
    Optional<Shard> shard() {
        return Optional.ofNullable(shard);
    }

    /**
     * Whether sequences may have the same name. Names are keys in a track of scores and in an index; in other outputs
     * the order distinguishes the sequences.
     */
    RepeatedNames repeatedNames(HitFormat format, String path) {
        return scores != null || isIndexed(path, format) ? RepeatedNames.REFUSED : RepeatedNames.REPORTED;
    }

    /** The output, if any, that needs the positions in order. */
    Optional<String> keyedByPosition(HitFormat format, String path) {
        if (scores != null) {
            return Optional.of("the track of --scores");
        }
        return isIndexed(path, format) ? Optional.of("the index of the sites") : Optional.empty();
    }

    /** Whether the file of the sites gets an index. */
    boolean isIndexed(String path, HitFormat format) {
        return sort && shard == null && format != HitFormat.TSV && FileSuffix.isCompressed(path);
    }
}
