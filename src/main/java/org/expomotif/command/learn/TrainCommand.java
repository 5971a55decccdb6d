package org.expomotif.command.learn;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.expomotif.command.option.LabelledOptions;
import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.ModelOutputOption;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Split;
import org.expomotif.network.Engine;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.Progress;
import org.expomotif.run.RunRecord;
import org.expomotif.train.InitialWeights;
import org.expomotif.train.TrainingPlan;
import org.expomotif.train.TrialFiles;
import org.expomotif.train.Trials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network on labelled sequences. */
@Command(
        description = "Train a network on labelled sequences",
        footer = {
            "  expomotif train --sequences sequences.fa --labels labels.tsv --network cnn-deep -o model.zip",
            "",
            "Writes model.zip and model.history.tsv; with --trials 3 model.1.zip to model.3.zip and one history.",
            "Trial k has the seed --seed + k - 1. After a crash the same command with --resume continues from",
            "model.zip.checkpoint and writes the same bytes as an uninterrupted run."
        })
public final class TrainCommand extends StandardCommand {
    @Mixin
    private LabelledOptions data;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "1",
            order = 20,
            description = "Number of trials, which differ in their seed. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Mixin
    private ScheduleOptions schedule;

    @Option(names = "--resume", order = 50, description = "Continue from the checkpoint of an interrupted run.")
    private boolean resume;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private ModelOutputOption output;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private SeedOption seed;

    public TrainCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        // call() rejects more trials, but only after this plan, and a plan of billions of files would fill the memory.
        new TrialFiles(output.path(), Math.min(trials, TrialFiles.MOST)).all().forEach(file -> output.plan(plan, file));
    }

    @Override
    public Integer call() {
        check();
        TrialFiles files = new TrialFiles(output.path(), trials);
        files.requireWritable();
        Progress progress = progress();
        ModelOption.noteKernels(progress);
        Engine trainer = engine.engine();
        LabelledSequences samples = data.read(progress);
        NetworkSpec spec = network.spec(samples.length(), samples.classes().size());
        TrainingPlan plan = schedule.plan(samples.classes().size(), seed.value(), threads.count());
        Trials training = new Trials(spec, network.initialization(), trainer, samples, plan, files, description());
        progress.note(String.format(
                Locale.ROOT,
                "%s, first activation %s: %,d sequences to train on%s, %,d to validate, %,d to test; %d bases, %s",
                spec.name(),
                spec.firstActivation().name(),
                samples.of(Split.TRAIN).size(),
                plan.reverseComplement() ? " and their reverse complements" : "",
                samples.of(Split.VALID).size(),
                samples.of(Split.TEST).size(),
                samples.length(),
                samples.classes().size() == 1 ? "1 class" : samples.classes().size() + " classes"));
        progress.note("engine: " + trainer.description());
        network.initialModel().ifPresent(path -> {
            InitialWeights start = InitialWeights.read(path, spec, samples.classes());
            progress.note(start.note());
            training.startingFrom(start);
        });
        for (Trials.Result result : training.run(resume, progress)) {
            progress.note(result.model() + ": " + result.epochs() + " epochs; validation "
                    + result.valid().figures()
                    + result.test().map(test -> "; test " + test.figures()).orElse(""));
        }
        return 0;
    }

    private void check() {
        output.check();
        OptionRange.within(command(), "--trials", 1, TrialFiles.MOST, trials);
        network.check();
        schedule.check();
        engine.check();
    }

    /** The description of the run, without {@code --resume}: the result equals that of an uninterrupted run. */
    private Trials.Description description() {
        RunRecord record = network.initialModel()
                .map(model -> data.record(standard(), model))
                .orElseGet(() -> data.record(standard()));
        Map<String, String> options = new LinkedHashMap<>(record.options());
        network.initialModel()
                .ifPresent(model -> options.computeIfPresent(
                        "--init-from",
                        (name, path) -> path + " " + record.inputs().get(model)));
        RunRecord kept = new RunRecord(record.version(), record.words(), options, record.inputs());
        return new Trials.Description(options, kept.provenance(), record.version());
    }
}
