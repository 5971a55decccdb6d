package org.expomotif.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.expomotif.attribution.AdditionCheck;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.Attributor;
import org.expomotif.attribution.ExplainedOutput;
import org.expomotif.attribution.ScoreFormat;
import org.expomotif.attribution.SequenceSelection;
import org.expomotif.io.Outputs;
import org.expomotif.network.Model;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores the bases of sequences. */
@Command(
        description = "Score how much each base of a sequence matters to a prediction",
        versionProvider = StandardOptions.VersionText.class,
        footer = {
            "  expomotif attribute --model model.zip --sequences sequences.fa --class 1 \\",
            "    --method integrated-gradients -o scores.npz",
            "",
            "How well the scores find the planted bases of the first 500 positives of a synthetic test set:",
            "  expomotif attribute --model model.zip --sequences sequences.fa --class 1 --method saliency \\",
            "    --labels labels.tsv --split test --positives --limit 500 \\",
            "    --sites sites.bed --truth-motifs motifs.meme -o scores.tsv",
            "",
            "--class may be left out where the model has one. --output is what is explained, not a file.",
            "The score of a base is attribution x input; for mutagenesis, the L2 norm of its mutants' effects.",
            "With references (integrated gradients, DeepLIFT, DeepSHAP) it is the base's contribution: they add",
            "up to output - reference output, DeepLIFT's exactly, others but for the gap that --summary lists.",
            "TSV has the score of each base and, in score_A to score_T, what each of the four would score.",
            "bedGraph has the base scores, on the genome where sequences are named like chr1:100-300.",
            "npz has one_hot and scores (sequences x 4 x length), base_scores, output, ids."
        })
final class AttributeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private ExplainedOptions explained;

    @Mixin
    private AttributionMethodOptions methods;

    @Mixin
    private RecoveryOptions recovery;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            order = 40,
            description = "Output, reference output and sum of base scores of every sequence, and by how much they miss"
                    + " to add up (gap).")
    private @Nullable String summary;

    @Option(
            names = "--max-gap",
            paramLabel = "X",
            order = 41,
            description = "An error when the base scores of a sequence miss output - reference output by more than X.")
    private @Nullable Double maxGap;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "-",
            order = 80,
            description = "Where the scores go: .npz, .tsv or .bedgraph; compressed when it ends in .gz. Default: a"
                    + " table to standard output.")
    private String output = "-";

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private StandardOptions standard;

    AttributeCommand() {}

    @Override
    public Integer call() {
        ScoreFormat format = format();
        Progress progress = standard.progress();
        Model read = model.read(progress);
        List<ExplainedOutput> targets = explained.targets(read, threads.count());
        AttributionMethod method = methods.method(read.network().spec().inputLength(), seed.value());
        check(method.gapAdvice().isPresent() || maxGap == null, "--max-gap belongs to methods whose scores add up");
        check(maxGap == null || maxGap >= 0, "--max-gap: expected at least 0, found " + maxGap);
        List<String> classes = targets.stream()
                .map(target -> read.info().classes().get(target.output()))
                .toList();
        check(classes.size() == 1 || !Outputs.isStandard(output), "--class all needs a file as -o");
        SequenceSelection chosen = selection.of(classes);
        recovery.open(classes.size());
        return OutputGroup.allOrNone(() -> write(method, format, targets, classes, chosen, progress));
    }

    private Integer write(
            AttributionMethod method,
            ScoreFormat format,
            List<ExplainedOutput> targets,
            List<String> classes,
            SequenceSelection chosen,
            Progress progress) {
        List<String> comments = comments();
        List<ClassScores> files = new ArrayList<>();
        try {
            List<Attributor> attributors = new ArrayList<>();
            for (int k = 0; k < targets.size(); k++) {
                String name = classes.get(k);
                boolean several = targets.size() > 1;
                ClassScores file = new ClassScores(
                        format.open(several ? ClassScores.file(output, name) : output, comments),
                        Optional.ofNullable(summary).map(path -> several ? ClassScores.file(path, name) : path),
                        comments,
                        method.gapAdvice()
                                .map(advice ->
                                        new AdditionCheck(maxGap == null ? Double.POSITIVE_INFINITY : maxGap, advice)));
                files.add(file);
                boolean last = k == targets.size() - 1;
                attributors.add(new Attributor(method, targets.get(k), explanation -> {
                    file.accept(explanation);
                    recovery.add(explanation, methods.corrected());
                    progress.advance(last ? 1 : 0);
                }));
            }
            progress.start("explaining", selection.limit(), "sequences");
            chosen.forEach(sequence -> attributors.forEach(attributor -> attributor.add(sequence)));
            attributors.forEach(Attributor::finish);
            progress.finish();
            files.forEach(file -> file.commit(progress));
        } finally {
            files.forEach(ClassScores::close);
        }
        recovery.finish(output, comments, progress);
        return 0;
    }

    private ScoreFormat format() {
        if (Outputs.isStandard(output)) {
            return ScoreFormat.TSV;
        }
        return ScoreFormat.of(output)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "-o: expected a name that ends in .npz, .tsv or .bedgraph, found " + output));
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private List<String> comments() {
        List<String> inputs = new ArrayList<>(List.of(model.path(), selection.sequences()));
        selection.labels().ifPresent(inputs::add);
        methods.referenceFile().ifPresent(inputs::add);
        inputs.addAll(recovery.inputs());
        return standard.record(inputs.toArray(String[]::new)).comments();
    }
}
