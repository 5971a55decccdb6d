package org.expomotif.command.learn;

import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.option.StandardOptions;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.train.PredictionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts the classes of sequences. */
@Command(
        description = "Predict the classes of sequences",
        versionProvider = StandardOptions.VersionText.class,
        footer = "  expomotif predict --model model.zip --sequences peaks.fa.gz -o predictions.tsv")
public final class PredictCommand implements PlannedCommand {
    @Mixin
    private ModelOption model;

    @Option(
            names = "--sequences",
            paramLabel = "FILE",
            required = true,
            order = 2,
            description = "Sequences of the model's length: FASTA or GenBank; '-' for standard input.")
    private String sequences = "";

    @Option(names = "--logits", order = 10, description = "Outputs before the sigmoid instead of probabilities.")
    private boolean logits;

    @Mixin
    private OutputOption output;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private StandardOptions standard;

    public PredictCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
    }

    @Override
    public Integer call() {
        Progress progress = standard.progress();
        Model read = model.read(progress);
        PredictionTable.write(
                read.network().evaluator(threads.count()),
                read.info().classes(),
                sequences,
                logits,
                output.path(),
                standard.record(model.path(), sequences).provenance(),
                progress);
        return 0;
    }
}
