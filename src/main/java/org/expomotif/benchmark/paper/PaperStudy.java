package org.expomotif.benchmark.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.expomotif.network.Engine;
import org.expomotif.network.model.Model;
import org.expomotif.run.AtomicFile;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.run.Version;
import org.expomotif.train.Divergence;
import org.expomotif.train.TrainingPlan;
import org.expomotif.train.TrialFiles;
import org.expomotif.train.Trials;

/**
 * The study in a folder: data, models and the table of trials. Whatever exists is used again: data, models, the
 * checkpoint of a training that was interrupted, and the rows of complete trials.
 */
public final class PaperStudy {
    /** Name of the table of trials. */
    public static final String TRIALS = "trials.tsv";

    private final Path folder;
    private final List<TrialKey> plan;
    private final int threads;
    private final Map<String, PaperData> data = new HashMap<>();

    /**
     * Creates a study.
     *
     * @param folder an existing folder
     * @param plan trials to run, in order
     * @param threads number of threads; figures do not depend on it
     */
    public PaperStudy(Path folder, List<TrialKey> plan, int threads) {
        this.folder = folder;
        this.plan = List.copyOf(plan);
        this.threads = threads;
    }

    /** The names of all files in the folder that the trials of a plan write. */
    public static Set<String> files(List<TrialKey> plan) {
        Set<String> files = new LinkedHashSet<>();
        for (TrialKey trial : plan) {
            PaperData.files().forEach(name -> files.add(trial.dataFolder() + "/" + name));
            files.addAll(new TrialFiles(trial.modelFile(), 1).all());
        }
        files.add(TRIALS);
        return files;
    }

    /** The table of trials of the folder. */
    public TrialTable table() {
        return TrialTable.read(folder.resolve(TRIALS));
    }

    /**
     * Runs the trials that have no row yet. The table is written after each. What killed runs left is removed before
     * them and after them.
     *
     * @param afterTrial receives the rows, with those of earlier plans, after every trial, and in any case once
     */
    public void run(Provenance provenance, Progress progress, Consumer<List<TrialRow>> afterTrial) {
        removeLeftovers();
        TrialTable table = table();
        Set<TrialKey> done = table.keys();
        List<TrialKey> left =
                plan.stream().filter(trial -> !done.contains(trial)).toList();
        progress.note(
                String.format(Locale.ROOT, "%d trials, %d of them complete", plan.size(), plan.size() - left.size()));
        progress.start("trials", left.size(), "trials");
        for (TrialKey trial : left) {
            progress.note(trial + " ...");
            TrialRow row = run(trial);
            table.add(row, provenance);
            afterTrial.accept(table.rows());
            progress.note(describe(row));
            progress.advance(1);
        }
        progress.finish();
        if (left.isEmpty()) {
            table.write(provenance);
            afterTrial.accept(table.rows());
        }
        removeLeftovers();
    }

    private void removeLeftovers() {
        AtomicFile.removeLeftovers(folder, files(plan));
    }

    private static String describe(TrialRow row) {
        return String.format(
                Locale.ROOT,
                "%s: %s, %d epochs, %.0f s, AUROC %.4f, match fraction %.2f",
                row.key(),
                row.outcome().name().toLowerCase(Locale.ROOT),
                row.epochs(),
                row.seconds(),
                row.figure(Figure.AUROC),
                row.figure(Figure.MATCH_FRACTION));
    }

    private TrialRow run(TrialKey trial) {
        PaperData samples = data.computeIfAbsent(trial.dataFolder(), name -> PaperData.of(trial, folder));
        long start = System.nanoTime();
        try {
            Model model = model(trial, samples);
            Map<Figure, Double> figures = TrialEvaluation.of(trial, samples, model, threads);
            int epochs = model.info().metrics().getOrDefault("epochs", 0.0).intValue();
            return row(trial, TrialRow.Outcome.TRAINED, epochs, start, figures);
        } catch (UserException e) {
            if (!Divergence.causes(e)) {
                throw e;
            }
            return row(trial, TrialRow.Outcome.DIVERGED, 0, start, Map.of());
        }
    }

    private static TrialRow row(
            TrialKey trial, TrialRow.Outcome outcome, int epochs, long start, Map<Figure, Double> figures) {
        return new TrialRow(trial, Version.number(), outcome, epochs, (System.nanoTime() - start) / 1e9, figures);
    }

    /** Reads the model of a trial, which is trained if it does not exist. */
    private Model model(TrialKey trial, PaperData samples) {
        Path file = folder.resolve(trial.modelFile());
        TrialFiles files = new TrialFiles(file.toString(), 1);
        // A checkpoint next to a model: the run ended before the model's history was written.
        if (!Files.exists(file) || Files.exists(Path.of(files.checkpoint()))) {
            create(file.resolveSibling(""));
            train(trial, samples, files);
        }
        return Model.read(file.toString());
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void train(TrialKey trial, PaperData samples, TrialFiles files) {
        Condition condition = trial.condition();
        int classes = samples.samples().classes().size();
        TrainingPlan paper = TrainingPlan.paper(classes, trial.seed(), threads);
        TrainingPlan settings = new TrainingPlan(
                trial.sizes().epochs(),
                paper.batch(),
                paper.schedule(),
                condition.l2(),
                paper.metric(),
                paper.keepBest(),
                paper.reverseComplement(),
                trial.seed(),
                threads);
        Trials.Description description =
                new Trials.Description(options(trial), Provenance.of(List.of()), Version.number());
        new Trials(
                        condition.spec(classes),
                        condition.initialization(),
                        Engine.SIMD,
                        samples.samples(),
                        settings,
                        files,
                        description)
                .run(true, Progress.NONE);
    }

    /** The options of {@code train} that make the same model. */
    private static Map<String, String> options(TrialKey trial) {
        Condition condition = trial.condition();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--network", condition.network());
        options.put("--activation", condition.activation());
        options.put("--init", condition.init());
        if (!condition.batchNorm()) {
            options.put("--no-batch-norm", "");
        }
        options.put("--l2", Double.toString(condition.l2()));
        options.put("--epochs", Integer.toString(trial.sizes().epochs()));
        options.put("--seed", Long.toString(trial.seed()));
        return options;
    }
}
