package org.expomotif.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Samples;
import org.expomotif.dataset.Split;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.network.Engine;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkTrainer;
import org.expomotif.network.TrainerOptions;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;

/**
 * Trains a network several times from different seeds. Writes the models, their history and, during training, a
 * checkpoint.
 */
public final class Trials {
    private final NetworkSpec spec;
    private final Initialization initialization;
    private final Engine engine;
    private final LabelledSequences data;
    private final TrainingPlan plan;
    private final TrialFiles files;
    private final Description description;
    private final Samples train;
    private final Samples valid;
    private Optional<InitialWeights> start = Optional.empty();
    private final Map<String, String> run = new LinkedHashMap<>();
    private final List<HistoryRow> finished = new ArrayList<>();

    /**
     * The description of the run in the files that it writes.
     *
     * @param options the options of the run that go into the model, by name; options that do not change the result are
     *     not among them
     * @param provenance the description of the run in the history
     * @param version the program's version
     */
    public record Description(Map<String, String> options, Provenance provenance, String version) {}

    /**
     * The result of a trial.
     *
     * @param trial the trial, counted from 1
     * @param model path of the model file
     * @param epochs number of epochs
     * @param valid evaluation of the kept weights on the validation sequences
     * @param test evaluation of the kept weights on the test sequences; empty without test sequences
     */
    public record Result(int trial, String model, int epochs, Evaluation valid, Optional<Evaluation> test) {}

    /** Creates the trials; nothing is trained yet. */
    public Trials(
            NetworkSpec spec,
            Initialization initialization,
            Engine engine,
            LabelledSequences data,
            TrainingPlan plan,
            TrialFiles files,
            Description description) {
        this.spec = spec;
        this.initialization = initialization;
        this.engine = engine;
        this.data = data;
        this.plan = plan;
        this.files = files;
        this.description = description;
        Samples plain = data.require(Split.TRAIN);
        this.train = plan.reverseComplement() ? plain.withReverseComplements() : plain;
        this.valid = data.require(Split.VALID);
        run.putAll(description.options());
        run.put("version", description.version());
        run.put("training data", DataDigest.of(train));
        run.put("validation data", DataDigest.of(valid));
    }

    /** Makes every trial start from these weights instead of random weights. */
    public Trials startingFrom(InitialWeights weights) {
        start = Optional.of(weights);
        return this;
    }

    /**
     * Trains all trials.
     *
     * @param resume whether to resume from the checkpoint; when there is none, training starts from the beginning
     * @return one result per trial, in order
     * @throws org.expomotif.run.UserException when the checkpoint belongs to another run, or training diverges
     */
    public List<Result> run(boolean resume, Progress progress) {
        data.oneSidedClasses(Split.TRAIN).forEach(progress::note);
        data.oneSidedClasses(Split.VALID).forEach(progress::note);
        Optional<Checkpoint> checkpoint = resume ? Checkpoint.read(files.checkpoint()) : Optional.empty();
        checkpoint.ifPresent(c -> {
            c.requireSame(run, files.checkpoint());
            c.requireFit(Network.create(spec, initialization, 0), files.trials(), files.checkpoint());
        });
        if (resume) {
            progress.note(checkpoint
                    .map(c -> "resuming after trial " + c.history().getLast().trial() + ", epoch "
                            + c.history().getLast().epoch())
                    .orElse("no checkpoint " + files.checkpoint() + ": starting from the beginning"));
        }
        int first = checkpoint.map(c -> c.history().getLast().trial()).orElse(1);
        checkpoint.ifPresent(
                c -> c.history().stream().filter(row -> row.trial() < first).forEach(finished::add));
        List<Result> results = new ArrayList<>();
        for (int trial = 1; trial < first; trial++) {
            results.add(result(trial, Model.read(files.model(trial)).network()));
        }
        for (int trial = first; trial <= files.trials(); trial++) {
            results.add(train(trial, trial == first ? checkpoint : Optional.empty(), progress));
        }
        TsvWriter.write(files.history(), HistoryRow.class, description.provenance(), finished);
        delete(files.checkpoint());
        return results;
    }

    private Result train(int trial, Optional<Checkpoint> checkpoint, Progress progress) {
        Network network = Network.create(spec, initialization, plan.seed(trial));
        start.ifPresent(weights -> weights.fill(network));
        TrainerOptions options = new TrainerOptions(
                plan.batch(), plan.schedule().learningRate(), plan.l2(), plan.seed(trial), plan.threads());
        try (NetworkTrainer trainer = engine.trainer(network, options)) {
            Training training = new Training(network, trainer, train, valid, plan, trial);
            progress.start(
                    "training trial " + trial + "/" + files.trials(), (long) plan.epochs() * train.size(), "sequences");
            checkpoint.ifPresent(c -> {
                trainer.restore(c.state());
                List<HistoryRow> done =
                        c.history().stream().filter(row -> row.trial() == trial).toList();
                training.resume(files.checkpoint(), done, c.best());
                progress.advance((long) done.size() * train.size());
            });
            training.run(progress, this::save);
            progress.finish();
            finished.addAll(training.history());
        }
        Result result = result(trial, network);
        new Model(network, info(trial, result)).write(files.model(trial));
        return result;
    }

    private void save(Training training) {
        List<HistoryRow> rows = new ArrayList<>(finished);
        rows.addAll(training.history());
        new Checkpoint(run, rows, training.trainer().state(), training.best()).write(files.checkpoint());
    }

    private Result result(int trial, Network network) {
        int epochs = (int) finished.stream().filter(row -> row.trial() == trial).count();
        Samples test = data.of(Split.TEST);
        Optional<Evaluation> onTest = test.size() == 0 ? Optional.empty() : Optional.of(evaluate(network, test));
        return new Result(trial, files.model(trial), epochs, evaluate(network, valid), onTest);
    }

    private Evaluation evaluate(Network network, Samples samples) {
        return Evaluation.of(
                samples, Prediction.logits(network.evaluator(plan.threads()), samples.codes(), Progress.NONE));
    }

    private ModelInfo info(int trial, Result result) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("epochs", (double) result.epochs());
        put(metrics, "valid", result.valid());
        result.test().ifPresent(test -> put(metrics, "test", test));
        return ModelInfo.of(
                spec, data.classes(), description.options(), metrics, plan.seed(trial), description.version());
    }

    private static void put(Map<String, Double> metrics, String split, Evaluation evaluation) {
        metrics.put(split + "_loss", evaluation.loss());
        metrics.put(split + "_auroc", evaluation.auroc());
        metrics.put(split + "_aupr", evaluation.aupr());
    }

    private static void delete(String path) {
        try {
            Files.deleteIfExists(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
