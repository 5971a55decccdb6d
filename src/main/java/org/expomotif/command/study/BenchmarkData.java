package org.expomotif.command.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.command.option.OptionRange;
import org.expomotif.dataset.FileSequences;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.SequenceSelection;
import org.expomotif.dataset.Split;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.Engine;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
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
import org.expomotif.train.TrainingPlan;
import org.expomotif.train.TrialFiles;
import org.expomotif.train.Trials;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Data and models of a benchmark, as a mixin: made if they do not exist. */
final class BenchmarkData {
    private static final int LENGTH = 200;
    private static final String DATA = "data";
    private static final String MODELS = "models";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-n", "--number"},
            paramLabel = "N",
            defaultValue = "20000",
            description = "Number of sequences. Default: ${DEFAULT-VALUE}.")
    private int number;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "500",
            description = "Number of positives of the test split to explain. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Maximum number of epochs of training. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    BenchmarkData() {}

    /** Rejects numbers that are too small. */
    void check() {
        OptionRange.within(spec, "--number", 1, SynthSettings.MAX_SEQUENCES, number);
        OptionRange.atLeast(spec, "--limit", 1, limit);
        OptionRange.atLeast(spec, "--epochs", 1, epochs);
    }

    /** The names of all files in the folder of results that are made if they do not exist. */
    Set<String> files(List<String> networks, List<String> activations, long seed, int trials) {
        Set<String> files = new LinkedHashSet<>();
        SynthRun.files(false).forEach(name -> files.add(DATA + "/" + name));
        for (String network : networks) {
            for (String activation : activations) {
                for (int trial = 0; trial < trials; trial++) {
                    files.addAll(new TrialFiles(modelFile(network, activation, seed + trial), 1).all());
                }
            }
        }
        return files;
    }

    private static String modelFile(String network, String activation, long seed) {
        return MODELS + "/" + network + "." + activation.replace(':', '_') + "." + seed + ".zip";
    }

    /** Makes data/ as {@code synth billboard} does. */
    void make(Path folder, long seed, Progress progress) {
        Path data = folder.resolve(DATA);
        if (SynthRun.files(false).stream().allMatch(name -> Files.exists(data.resolve(name)))) {
            progress.note("the data of " + data);
            return;
        }
        create(data);
        create(folder.resolve(MODELS));
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
        return folder.resolve(DATA).resolve(name).toString();
    }

    /** The first positives of the test split and the motifs planted in them. */
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

    /** Reads a model of models/, which is trained as in the study if it does not exist. */
    Model model(Path folder, String network, String activation, long seed, int threads, Progress progress) {
        Path file = folder.resolve(modelFile(network, activation, seed));
        TrialFiles files = new TrialFiles(file.toString(), 1);
        // A checkpoint next to a model: the run ended before the model's history was written.
        if (!Files.exists(file) || Files.exists(Path.of(files.checkpoint()))) {
            create(folder.resolve(MODELS));
            LabelledSequences samples =
                    LabelledSequences.read(file(folder, "sequences.fa"), file(folder, "labels.tsv"), progress);
            NetworkSpec described = Architectures.named(network, samples.length(), Activation.named(activation), 1);
            TrainingPlan paper = TrainingPlan.paper(1, seed, threads);
            TrainingPlan plan = new TrainingPlan(
                    epochs, paper.batch(), paper.schedule(), paper.l2(), paper.metric(), false, false, seed, threads);
            Map<String, String> options = new LinkedHashMap<>();
            options.put("--network", network);
            options.put("--activation", activation);
            options.put("--epochs", String.valueOf(epochs));
            options.put("--seed", String.valueOf(seed));
            new Trials(
                            described,
                            Initialization.named("glorot-uniform"),
                            Engine.SIMD,
                            samples,
                            plan,
                            files,
                            new Trials.Description(options, Provenance.of(List.of()), Version.number()))
                    .run(false, progress);
        }
        return Model.read(file.toString());
    }
}
