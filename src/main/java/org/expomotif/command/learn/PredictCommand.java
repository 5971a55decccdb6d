package org.expomotif.command.learn;

import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.command.option.SequencesOption;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.train.PredictionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts the classes of sequences. */
@Command(
        description = "Predict the classes of sequences",
        footer = "  expomotif predict --model model.zip --sequences peaks.fa.gz -o predictions.tsv")
public final class PredictCommand extends ResultCommand {
    @Mixin
    private ModelOption model;

    @Mixin
    private SequencesOption sequences;

    @Option(names = "--logits", order = 10, description = "Outputs before the sigmoid instead of probabilities.")
    private boolean logits;

    public PredictCommand() {}

    @Override
    public Integer call() {
        Progress progress = progress();
        Model read = model.read(progress);
        PredictionTable.write(
                read.network().evaluator(threads()),
                read.info().classes(),
                sequences.file(),
                logits,
                output(),
                record(model.path(), sequences.file()).provenance(),
                progress);
        return 0;
    }
}
