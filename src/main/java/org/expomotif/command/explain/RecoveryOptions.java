package org.expomotif.command.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.attribution.file.ScoreFormat;
import org.expomotif.benchmark.RecoveryEvaluation;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.synth.PlantedTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The comparison of scores with planted motifs, as a mixin. */
final class RecoveryOptions extends OptionMixin {
    @Option(
            names = "--sites",
            paramLabel = "BED",
            order = 30,
            description = "Positions of planted motifs: measure how well the scores find their bases.")
    private @Nullable String sites;

    @Option(
            names = "--truth-motifs",
            paramLabel = "FILE",
            order = 31,
            description = "The planted motifs: only bases from columns above 0.01 bit count; without them, all bases"
                    + " of a site.")
    private @Nullable String motifs;

    @Option(
            names = "--evaluation",
            paramLabel = "FILE",
            order = 32,
            description =
                    "AUROC and AUPR of every sequence, their mean and standard deviation. Default: a file beside that"
                            + " of -o, with the suffix .evaluation.tsv.")
    private @Nullable String evaluation;

    RecoveryOptions() {}

    /** Whether scores are compared with planted motifs. */
    boolean given() {
        return sites != null;
    }

    /** Adds the evaluation to the files that will be written. */
    void plan(OutputPlan plan, String output) {
        if (evaluation != null) {
            plan.add("--evaluation", evaluation);
        } else if (sites != null && !Outputs.isStandard(output)) {
            plan.add("--out", output, evaluationBeside(output));
        }
    }

    private static String evaluationBeside(String output) {
        return ScoreFormat.stem(output) + ".evaluation.tsv";
    }

    /** The evaluation, if it was requested, for the given number of classes; reads the planted motifs. */
    Optional<RecoveryEvaluation> evaluation(int classes, String output, RecoveryEvaluation.Scores scores) {
        check(sites != null || motifs == null && evaluation == null, "--truth-motifs and --evaluation need --sites");
        check(sites == null || classes == 1, "--sites needs one --class");
        return Optional.ofNullable(sites)
                .map(file -> new RecoveryEvaluation(
                        PlantedTruth.read(file, Optional.ofNullable(motifs).map(MotifFile::read)),
                        Inputs.name(file),
                        scores,
                        table(output)));
    }

    private Optional<String> table(String output) {
        if (evaluation != null) {
            return Optional.of(evaluation);
        }
        return Outputs.isStandard(output) ? Optional.empty() : Optional.of(evaluationBeside(output));
    }

    /** The files that are read. */
    List<String> inputs() {
        return Stream.of(Optional.ofNullable(sites), Optional.ofNullable(motifs))
                .flatMap(Optional::stream)
                .toList();
    }
}
