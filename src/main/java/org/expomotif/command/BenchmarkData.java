package org.expomotif.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.attribution.FileSequences;
import org.expomotif.attribution.SequenceSelection;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.io.Split;
import org.expomotif.motif.MotifFile;
import org.expomotif.network.Activation;
import org.expomotif.network.Architectures;
import org.expomotif.network.Engine;
import org.expomotif.network.Initialization;
import org.expomotif.network.Model;
import org.expomotif.network.NetworkSpec;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.Version;
import org.expomotif.run.Warnings;
import org.expomotif.synth.BaseSource;
import org.expomotif.synth.PlantedTruth;
import org.expomotif.synth.StudyMotifs;
import org.expomotif.synth.StudyTasks;
import org.expomotif.synth.SynthRun;
import org.expomotif.synth.SynthSettings;
import org.expomotif.train.LabelledSequences;
import org.expomotif.train.TrainingPlan;
import org.expomotif.train.TrialFiles;
import org.expomotif.train.Trials;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Data and models of a benchmark, as a mixin: made where they are not there yet. */
final class BenchmarkData {
    private static final int LENGTH = 200;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-n", "--number"},
            paramLabel = "N",
            defaultValue = "20000",
            description = "Sequences. Default: ${DEFAULT-VALUE}.")
    private int number;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "500",
            description = "Positives of the test split that are explained. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most epochs of training. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    BenchmarkData() {}

    /** Refuses numbers that are too small. */
    void check() {
        OptionRange.within(spec, "--number", 1, SynthSettings.MOST_SEQUENCES, number);
        OptionRange.atLeast(spec, "--limit", 1, limit);
        OptionRange.atLeast(spec, "--epochs", 1, epochs);
    }

    /** Makes data/ as {@code synth billboard} does. */
    void make(Path folder, long seed, Progress progress) {
        Path data = folder.resolve("data");
        if (Files.exists(data.resolve("sequences.fa"))) {
            progress.note("the data of " + data);
            return;
        }
        create(data);
        create(folder.resolve("models"));
        var motifs = StudyMotifs.jaspar2016().motifs();
        var core = StudyTasks.core(motifs, StudyMotifs.NAME, List.of());
        var task = StudyTasks.billboard(core, motifs, StudyMotifs.NAME, List.of(), 50, LENGTH, seed);
        SynthRun run = new SynthRun(task, new SynthSettings(number, LENGTH, 0.7, 0.1, seed, false), BaseSource.UNIFORM);
        OutputGroup.allOrNone(() -> run.write(data, progress));
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path folder, String name) {
        return folder.resolve("data").resolve(name).toString();
    }

    /** The first positives of the test split and what was planted in them. */
    AttributionTask task(Path folder, int threads, long seed) {
        SequenceSelection positives = new SequenceSelection(
                new FileSequences(file(folder, "sequences.fa"), Warnings.NONE),
                Optional.of(file(folder, "labels.tsv")),
                Optional.of(Split.TEST),
                Optional.of("core"),
                limit,
                Optional.empty());
        PlantedTruth truth =
                PlantedTruth.read(file(folder, "sites.bed"), Optional.of(MotifFile.read(file(folder, "motifs.meme"))));
        return new AttributionTask(positives, truth, threads, seed);
    }

    /** A model of models/, trained as the study does where it is not there. */
    Model model(Path folder, String network, String activation, long seed, int threads, Progress progress) {
        Path file =
                folder.resolve("models").resolve(network + "." + activation.replace(':', '_') + "." + seed + ".zip");
        if (!Files.exists(file)) {
            create(folder.resolve("models"));
            LabelledSequences samples =
                    LabelledSequences.read(file(folder, "sequences.fa"), file(folder, "labels.tsv"), progress);
            NetworkSpec described = Architectures.named(network, samples.length(), Activation.named(activation), 1);
            TrainingPlan paper = TrainingPlan.paper(1, seed, threads);
            TrainingPlan plan = new TrainingPlan(
                    epochs, paper.batch(), paper.schedule(), paper.l2(), paper.metric(), false, false, seed, threads);
            Map<String, String> options = Map.of(
                    "--network",
                    network,
                    "--activation",
                    activation,
                    "--epochs",
                    String.valueOf(epochs),
                    "--seed",
                    String.valueOf(seed));
            new Trials(
                            described,
                            Initialization.named("glorot-uniform"),
                            Engine.SIMD,
                            samples,
                            plan,
                            new TrialFiles(file.toString(), 1),
                            new Trials.Description(options, Provenance.of(List.of()), Version.number()))
                    .run(false, progress);
        }
        return Model.read(file.toString());
    }
}
