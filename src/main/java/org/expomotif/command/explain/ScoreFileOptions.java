package org.expomotif.command.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.attribution.AdditionCheck;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.file.OneHotRows;
import org.expomotif.attribution.file.ScoreFormat;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.dataset.SequenceSource;
import org.expomotif.io.Outputs;
import org.expomotif.run.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files that attribution writes, as a mixin. */
final class ScoreFileOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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
        boolean several = classes.size() > 1;
        for (String name : classes) {
            plan.add("--out", output, several ? ClassScores.file(output, name) : output);
            if (summary != null) {
                plan.add("--summary", summary, several ? ClassScores.file(summary, name) : summary);
            }
        }
        plan.add("--one-hot", oneHot);
    }

    /** Rejects options that do not fit the method, the number of classes or a shard. */
    void check(AttributionMethod method, int classes, boolean share) {
        check(
                !share || format() == ScoreFormat.NPZ || format() == ScoreFormat.TSV,
                "--shard writes .npz or .tsv: a track is sorted over all sequences");
        check(method.gapAdvice().isPresent() || maxGap == null, "--max-gap applies to methods whose scores add up");
        check(maxGap == null || maxGap >= 0, "--max-gap: expected at least 0, found " + maxGap);
        check(classes == 1 || !Outputs.isStandard(output), "--class all needs a file as -o");
    }

    /** Opens the files of every class; several classes have separate files. */
    List<ClassScores> open(
            AttributionMethod method, List<String> classes, SequenceSource source, Provenance provenance) {
        Optional<AdditionCheck> none = Optional.empty();
        List<ClassScores> files = new ArrayList<>();
        for (String name : classes) {
            boolean several = classes.size() > 1;
            files.add(new ClassScores(
                    format().open(several ? ClassScores.file(output, name) : output, provenance, source::genomeLengths),
                    Optional.ofNullable(summary).map(path -> several ? ClassScores.file(path, name) : path),
                    provenance,
                    method.gapAdvice()
                            .map(advice -> Optional.of(
                                    new AdditionCheck(maxGap == null ? Double.POSITIVE_INFINITY : maxGap, advice)))
                            .orElse(none)));
        }
        return files;
    }

    /** Opens the file of one-hot sequences, if there is one. */
    Optional<OneHotRows> openOneHot(Provenance provenance) {
        return Optional.ofNullable(oneHot).map(file -> new OneHotRows(file, provenance));
    }

    private ScoreFormat format() {
        if (Outputs.isStandard(output)) {
            return ScoreFormat.TSV;
        }
        return ScoreFormat.of(output)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "-o: expected a name that ends in .npz, .tsv, .bedgraph or .bw, found " + output));
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
