package org.expomotif.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.dataset.FileSequences;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.SequenceSelection;
import org.expomotif.dataset.Split;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.Engine;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.AtomicFile;
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
import org.expomotif.synth.SynthTask;
import org.expomotif.train.TrainingPlan;
import org.expomotif.train.TrialFiles;
import org.expomotif.train.Trials;

/** Task 3 of Koo and Ploenzke (2021) in a folder: data and models are made if they do not exist. */
public final class AttributionStudy {
    private static final int LENGTH = 200;
    private static final int BACKGROUND_MOTIFS = 50;
    private static final String DATA = "data";
    private static final String MODELS = "models";

    /**
     * The size of a study.
     *
     * @param sequences number of sequences of the data set
     * @param explained number of positives of the test split that are explained
     * @param epochs maximum number of epochs of training
     * @param trials trainings of each network with each activation; they differ in their seed
     */
    public record Size(int sequences, int explained, int epochs, int trials) {}

    private final Path folder;
    private final Size size;
    private final long seed;
    private final int threads;

    /**
     * Creates a study.
     *
     * @param folder an existing folder, which receives the data and the models
     * @param seed seed of the data and of the first trial
     */
    public AttributionStudy(Path folder, Size size, long seed, int threads) {
        this.folder = folder;
        this.size = size;
        this.seed = seed;
        this.threads = threads;
    }

    /** The names of all files in the folder that are made if they do not exist. */
    public static Set<String> files(List<String> networks, List<String> activations, long seed, int trials) {
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

    /** Trains every network with every activation, and evaluates every method on every model. */
    public List<AttributionTable.Trial> run(
            List<String> networks, List<String> activations, List<AttributionMethodName> methods, Progress progress) {
        Set<String> files = files(networks, activations, seed, size.trials);
        AtomicFile.removeLeftovers(folder, files);
        makeData(progress);
        AttributionTask task = task();
        List<AttributionTable.Trial> rows = new ArrayList<>();
        for (String network : networks) {
            for (String activation : activations) {
                for (int trial = 1; trial <= size.trials; trial++) {
                    Model model = model(network, activation, seed + trial - 1, progress);
                    for (AttributionMethodName method : methods) {
                        AttributionTask.Figures figures = task.evaluate(model, method, Progress.NONE);
                        rows.add(row(network, activation, trial, method, model, figures));
                        progress.note(String.format(
                                Locale.ROOT,
                                "%s %s, trial %d, %s: AUROC %.4f, corrected %.4f",
                                network,
                                activation,
                                trial,
                                method,
                                figures.auroc(),
                                figures.corrected()));
                    }
                }
            }
        }
        AtomicFile.removeLeftovers(folder, files);
        return rows;
    }

    private static AttributionTable.Trial row(
            String network,
            String activation,
            int trial,
            AttributionMethodName method,
            Model model,
            AttributionTask.Figures figures) {
        return new AttributionTable.Trial(
                network,
                activation,
                trial,
                Objects.requireNonNullElse(model.info().metrics().get("test_auroc"), Double.NaN),
                method.toString(),
                figures.auroc(),
                figures.aupr(),
                figures.trapezoid(),
                figures.corrected(),
                figures.correctedAupr());
    }

    /** Makes data/ as {@code synth billboard} does. */
    private void makeData(Progress progress) {
        Path data = folder.resolve(DATA);
        if (SynthRun.files(false).stream().allMatch(name -> Files.exists(data.resolve(name)))) {
            progress.note("the data of " + data);
            return;
        }
        create(data);
        create(folder.resolve(MODELS));
        List<Motif> motifs = StudyMotifs.jaspar2016().motifs();
        List<Motif> core = StudyTasks.core(motifs, StudyMotifs.NAME, List.of());
        SynthTask task =
                StudyTasks.billboard(core, motifs, StudyMotifs.NAME, List.of(), BACKGROUND_MOTIFS, LENGTH, seed);
        SynthSettings settings = new SynthSettings(size.sequences, LENGTH, 0.7, 0.1, seed, false);
        SynthRun run = new SynthRun(task, settings, BaseSource.UNIFORM);
        OutputGroup.allOrNone(() -> run.write(data, progress));
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data(String name) {
        return folder.resolve(DATA).resolve(name).toString();
    }

    /** The first positives of the test split and the motifs planted in them. */
    private AttributionTask task() {
        SequenceSelection positives = new SequenceSelection(
                new FileSequences(data("sequences.fa"), Warnings.NONE),
                Optional.of(data("labels.tsv")),
                Optional.of(Split.TEST),
                Optional.of("core"),
                size.explained,
                Optional.empty());
        PlantedTruth truth = PlantedTruth.read(data("sites.bed"), Optional.of(MotifFile.read(data("motifs.meme"))));
        return new AttributionTask(positives, truth, threads, seed);
    }

    /** Reads a model of models/, which is trained as in the study if it does not exist. */
    private Model model(String network, String activation, long modelSeed, Progress progress) {
        Path file = folder.resolve(modelFile(network, activation, modelSeed));
        TrialFiles files = new TrialFiles(file.toString(), 1);
        // A checkpoint next to a model: the run ended before the model's history was written.
        if (!Files.exists(file) || Files.exists(Path.of(files.checkpoint()))) {
            create(folder.resolve(MODELS));
            train(network, activation, modelSeed, files, progress);
        }
        return Model.read(file.toString());
    }

    private void train(String network, String activation, long modelSeed, TrialFiles files, Progress progress) {
        LabelledSequences samples = LabelledSequences.read(data("sequences.fa"), data("labels.tsv"), progress);
        NetworkSpec spec = Architectures.named(network, samples.length(), Activation.named(activation), 1);
        TrainingPlan paper = TrainingPlan.paper(1, modelSeed, threads);
        TrainingPlan plan = new TrainingPlan(
                size.epochs,
                paper.batch(),
                paper.schedule(),
                paper.l2(),
                paper.metric(),
                false,
                false,
                modelSeed,
                threads);
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--network", network);
        options.put("--activation", activation);
        options.put("--epochs", String.valueOf(size.epochs));
        options.put("--seed", String.valueOf(modelSeed));
        Trials.Description description = new Trials.Description(options, Provenance.of(List.of()), Version.number());
        new Trials(spec, Initialization.named("glorot-uniform"), Engine.SIMD, samples, plan, files, description)
                .run(false, progress);
    }
}
