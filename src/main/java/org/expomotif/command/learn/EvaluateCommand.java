package org.expomotif.command.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.expomotif.command.option.LabelledOptions;
import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.command.option.SplitOption;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Samples;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.stats.RankingMetrics;
import org.expomotif.train.ClassMetrics;
import org.expomotif.train.Evaluation;
import org.expomotif.train.Prediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Evaluates the predictions of a model on labelled sequences. */
@Command(
        description = "Evaluate a model on labelled sequences: AUROC and AUPR of every class",
        footer = {
            "  expomotif evaluate --model model.zip --sequences sequences.fa --labels labels.tsv -o metrics.tsv",
            "",
            "A class without positives or without negatives has NA and is left out of the last row, 'mean',",
            "whose n and positives are sums. aupr is average precision; for a constant prediction it is the",
            "share of positives. aupr_trapezoid is the area by the trapezoid rule, as in the reference study."
        })
public final class EvaluateCommand extends ResultCommand {
    @Mixin
    private ModelOption model;

    @Mixin
    private LabelledOptions data;

    @Mixin
    private SplitOption split;

    public EvaluateCommand() {}

    @Override
    public Integer call() {
        Progress progress = progress();
        Model read = model.read(progress);
        LabelledSequences labelled = data.read(progress);
        labelled.requireFit(read.info().inputLength(), read.info().classes());
        Samples samples = split.of(labelled);
        progress.start("evaluating", samples.size(), "sequences");
        float[] logits = Prediction.logits(read.network().evaluator(threads()), samples.codes(), progress);
        progress.finish();
        Evaluation evaluation = Evaluation.of(samples, logits);
        List<ClassMetrics> rows = new ArrayList<>(evaluation.classes());
        rows.add(evaluation.meanRow());
        Provenance provenance =
                data.record(standard(), model.path()).provenance().with(List.of(RankingMetrics.AUPR_COMMENT));
        TsvWriter.write(output(), ClassMetrics.class, provenance, rows);
        progress.note(String.format(
                Locale.ROOT, "%s, %,d sequences: %s", split.word(), samples.size(), evaluation.figures()));
        return 0;
    }
}
