package org.expomotif.command.explain;

import java.util.List;
import java.util.Optional;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.file.ScoreFiles;
import org.expomotif.attribution.file.ScoreFormat;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.io.Outputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that attribution writes, as a mixin. */
final class ScoreFileOptions extends OptionMixin {
    @Option(
            names = "--summary",
            paramLabel = "FILE",
            order = 40,
            description =
                    "Output, reference output and sum of base scores of every sequence, and the difference by which"
                            + " they do not add up (gap).")
    private @Nullable String summary;

    @Option(
            names = "--max-gap",
            paramLabel = "X",
            order = 41,
            description =
                    "Fail when the base scores of a sequence differ from output - reference output by more than X.")
    private @Nullable Double maxGap;

    @Option(
            names = "--one-hot",
            paramLabel = "FILE.npz",
            order = 42,
            description =
                    "The sequences in the form that TF-MoDISco reads with the scores: modisco motifs -s FILE.npz -a"
                            + " scores.npz.")
    private @Nullable String oneHot;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "-",
            order = 80,
            description =
                    "File of the scores: .npz, .tsv, .bedgraph or .bw; text is compressed if the name ends in .gz. Default:"
                            + " a table on standard output.")
    private String output = "-";

    ScoreFileOptions() {}

    /** The file of the scores. */
    String output() {
        return output;
    }

    /** Adds the files of every class to those that will be written. */
    void plan(OutputPlan plan, List<String> classes) {
        for (String name : classes) {
            plan.add("--out", output, ScoreFiles.path(output, name, classes));
            if (summary != null) {
                plan.add("--summary", summary, ScoreFiles.path(summary, name, classes));
            }
        }
        plan.add("--one-hot", oneHot);
    }

    /** The files; rejects options that do not fit the method, the number of classes or a shard. */
    ScoreFiles files(AttributionMethod method, int classes, boolean isShard) {
        check(
                !isShard || format() == ScoreFormat.NPZ || format() == ScoreFormat.TSV,
                "--shard writes .npz or .tsv: a track is sorted over all sequences");
        check(method.gapAdvice().isPresent() || maxGap == null, "--max-gap applies to methods whose scores add up");
        check(maxGap == null || maxGap >= 0, "--max-gap: expected at least 0, found " + maxGap);
        check(classes == 1 || !Outputs.isStandard(output), "--class all needs a file as -o");
        return new ScoreFiles(
                output, format(), Optional.ofNullable(summary), maxGap == null ? Double.POSITIVE_INFINITY : maxGap);
    }

    /** Rejects a track, for sequences that lie at no place of a genome. */
    void checkWithoutPlaces() {
        check(
                format() == ScoreFormat.NPZ || format() == ScoreFormat.TSV,
                "--shuffles writes .npz or .tsv: shuffled sequences have no place on a track");
    }

    /** The file of the one-hot sequences, if it was requested. */
    Optional<String> oneHot() {
        return Optional.ofNullable(oneHot);
    }

    private ScoreFormat format() {
        if (Outputs.isStandard(output)) {
            return ScoreFormat.TSV;
        }
        return ScoreFormat.of(output)
                .orElseThrow(
                        () -> fault("-o: expected a name that ends in .npz, .tsv, .bedgraph or .bw, found " + output));
    }
}
