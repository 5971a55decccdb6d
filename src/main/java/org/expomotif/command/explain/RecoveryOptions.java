package org.expomotif.command.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.attribution.Attribution;
import org.expomotif.attribution.file.ScoreFormat;
import org.expomotif.benchmark.AttributionRecovery;
import org.expomotif.benchmark.RecoveryTable;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.io.shard.Shard;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.synth.PlantedTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The comparison of scores with planted motifs, as a mixin. */
final class RecoveryOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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
            description = "AUROC and AUPR of every sequence, their mean and standard deviation; default: next to -o,"
                    + " its name with .evaluation.tsv.")
    private @Nullable String evaluation;

    private final AttributionRecovery recovery = new AttributionRecovery();
    private Optional<PlantedTruth> truth = Optional.empty();

    RecoveryOptions() {}

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

    /** Checks the options for the given number of classes and reads the planted motifs, if given. */
    void open(int classes) {
        if (sites == null) {
            if (motifs != null || evaluation != null) {
                throw new ParameterException(spec.commandLine(), "--truth-motifs and --evaluation need --sites");
            }
            return;
        }
        if (classes > 1) {
            throw new ParameterException(spec.commandLine(), "--sites needs one --class");
        }
        truth = Optional.of(PlantedTruth.read(sites, Optional.ofNullable(motifs).map(MotifFile::read)));
    }

    /** The files that are read. */
    List<String> inputs() {
        return Stream.of(Optional.ofNullable(sites), Optional.ofNullable(motifs))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Evaluates one attribution, by whole contributions or as the study does. */
    void add(Attribution explanation, boolean whole) {
        truth.ifPresent(planted -> {
            String name = explanation.sequence().name();
            float[] scores = whole ? explanation.baseScores() : explanation.studyScores();
            recovery.add(name, scores, planted.informative(name, scores.length));
        });
    }

    /** Writes the evaluation and reports its means. The evaluation of a shard is only written. */
    void finish(String output, Provenance provenance, Progress progress) {
        if (truth.isEmpty()) {
            return;
        }
        boolean part = Shard.ofComments(provenance.head()).isPresent();
        if (!part && Double.isNaN(recovery.mean().auroc())) {
            throw new UserException("no explained sequence has both planted and other bases")
                    .in(Inputs.name(String.valueOf(sites)))
                    .remedy("give the sequences that the sites belong to");
        }
        if (evaluation != null || !Outputs.isStandard(output)) {
            String file = evaluation != null ? evaluation : evaluationBeside(output);
            RecoveryTable.write(file, provenance, recovery);
        }
        if (!part) {
            progress.note(recovery.sentence());
        }
    }
}
