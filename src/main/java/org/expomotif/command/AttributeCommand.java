package org.expomotif.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.expomotif.attribution.AdditionCheck;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.Attributor;
import org.expomotif.attribution.ExplainedOutput;
import org.expomotif.attribution.ScoreFormat;
import org.expomotif.attribution.ScoreWriter;
import org.expomotif.attribution.SequenceSelection;
import org.expomotif.attribution.SumRow;
import org.expomotif.io.Outputs;
import org.expomotif.io.TsvWriter;
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
        AttributionMethod method = methods.method(seed.value());
        ScoreFormat format = format();
        Progress progress = standard.progress();
        Model read = model.read(progress);
        ExplainedOutput target = methods.target(read, threads.count());
        SequenceSelection chosen = selection.of(read.info().classes().get(target.output()));
        recovery.open();
        return OutputGroup.allOrNone(() -> write(method, format, target, chosen, progress));
    }

    private Integer write(
            AttributionMethod method,
            ScoreFormat format,
            ExplainedOutput target,
            SequenceSelection chosen,
            Progress progress) {
        List<String> comments = comments();
        AdditionCheck addition = new AdditionCheck();
        try (ScoreWriter writer = format.open(output, comments);
                @Nullable
                        TsvWriter<SumRow> sums =
                                summary == null ? null : TsvWriter.open(summary, SumRow.class, comments)) {
            Attributor attributor = new Attributor(method, target, explanation -> {
                writer.write(explanation);
                if (sums != null) {
                    sums.write(SumRow.of(explanation));
                }
                addition.add(explanation);
                recovery.add(explanation);
                progress.advance(1);
            });
            progress.start("explaining", selection.limit(), "sequences");
            chosen.forEach(attributor::add);
            attributor.finish();
            progress.finish();
            writer.commit();
            if (sums != null) {
                sums.commit();
            }
        }
        if (method.addsUp()) {
            progress.note(addition.sentence());
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

    private List<String> comments() {
        List<String> inputs = new ArrayList<>(List.of(model.path(), selection.sequences()));
        selection.labels().ifPresent(inputs::add);
        inputs.addAll(recovery.inputs());
        return standard.record(inputs.toArray(String[]::new)).comments();
    }
}
