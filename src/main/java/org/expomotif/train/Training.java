package org.expomotif.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.dataset.Samples;
import org.expomotif.network.Evaluator;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkTrainer;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * The training of one trial: epochs of shuffled batches until the schedule stops. A training that is interrupted after
 * an epoch can be resumed and gives the same weights, bit for bit.
 */
final class Training {
    private final Evaluator evaluator;
    private final NetworkTrainer trainer;
    private final Samples train;
    private final Samples valid;
    private final TrainingPlan plan;
    private final int trial;
    private final Schedule schedule;
    private final List<HistoryRow> history = new ArrayList<>();
    private final BestWeights best;
    private Optional<String> resumedFrom = Optional.empty();

    /** Creates a training before its first epoch; {@code train} includes the reverse complements, if any. */
    Training(Network network, NetworkTrainer trainer, Samples train, Samples valid, TrainingPlan plan, int trial) {
        this.evaluator = network.evaluator(plan.threads());
        this.trainer = trainer;
        this.train = train;
        this.valid = valid;
        this.plan = plan;
        this.trial = trial;
        this.schedule = new Schedule(plan.schedule());
        this.best = new BestWeights(network);
    }

    /**
     * Resumes a trial after the completed epochs; the caller has restored the trainer.
     *
     * @param checkpoint path of the checkpoint, named when the training diverges: its weights may be the reason
     */
    void resume(String checkpoint, List<HistoryRow> done, Map<String, float[]> bestSoFar) {
        resumedFrom = Optional.of(checkpoint);
        // The schedule depends only on the validation metrics, so observing them again restores its state.
        for (HistoryRow row : done) {
            schedule.observe(row.figure(plan.metric()));
            history.add(row);
        }
        best.restore(bestSoFar);
    }

    /**
     * Trains until the schedule stops. The network then holds the weights to keep.
     *
     * @param afterEpoch called after every epoch
     * @throws UserException when the loss or a prediction is not finite
     */
    void run(Progress progress, Consumer<Training> afterEpoch) {
        while (history.size() < plan.epochs() && !schedule.stops()) {
            long start = System.nanoTime();
            HistoryRow row = epoch(history.size() + 1, progress);
            schedule.observe(row.figure(plan.metric()));
            history.add(row);
            if (plan.keepBest() && schedule.improved()) {
                best.capture();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.note(describe(row, seconds));
            afterEpoch.accept(this);
        }
        if (plan.keepBest()) {
            best.putBack();
        }
    }

    private HistoryRow epoch(int number, Progress progress) {
        double rate = schedule.learningRate();
        trainer.setLearningRate(rate);
        int classes = train.classes().size();
        int[] order = EpochOrder.of(train.size(), plan.seed(trial), number);
        byte[][] codes = new byte[plan.batch()][];
        float[] labels = new float[plan.batch() * classes];
        double loss = 0;
        for (int from = 0; from < order.length; from += plan.batch()) {
            int n = Math.min(plan.batch(), order.length - from);
            for (int i = 0; i < n; i++) {
                int sample = order[from + i];
                codes[i] = train.codes()[sample];
                System.arraycopy(train.labels(), sample * classes, labels, i * classes, classes);
            }
            double batchLoss = trainer.step(codes, labels, n);
            requireFinite(batchLoss, "the loss is", number);
            loss += batchLoss * n;
            progress.advance(n);
        }
        trainer.syncWeights();
        float[] logits = Prediction.logits(evaluator, valid.codes(), Progress.NONE);
        for (float logit : logits) {
            requireFinite(logit, "the predictions are", number);
        }
        Evaluation evaluation = Evaluation.of(valid, logits);
        return new HistoryRow(
                trial, number, rate, loss / order.length, evaluation.loss(), evaluation.auroc(), evaluation.aupr());
    }

    private void requireFinite(double value, String what, int epoch) {
        if (!Double.isFinite(value)) {
            String fact = "training diverged: " + what + " not finite";
            UserException diverged =
                    new UserException(fact, new Divergence(fact)).atRecord("trial " + trial + ", epoch " + epoch);
            String change = "lower --learning-rate, or choose another --activation or --seed";
            throw resumedFrom
                    .map(checkpoint ->
                            diverged.in(checkpoint).remedy("leave out --resume; if training diverges again, " + change))
                    .orElseGet(() -> diverged.remedy(change));
        }
    }

    private String describe(HistoryRow row, double seconds) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d: loss %.4f, validation loss %.4f, %s; rate %.1e, %,.0f sequences/s",
                row.epoch(),
                plan.epochs(),
                row.trainLoss(),
                row.validLoss(),
                Evaluation.figures(row.validAuroc(), row.validAupr()),
                row.learningRate(),
                train.size() / seconds);
    }

    /** The completed epochs. */
    List<HistoryRow> history() {
        return history;
    }

    /** The trainer, which holds the state of the optimiser after the last epoch. */
    NetworkTrainer trainer() {
        return trainer;
    }

    /** The weights of the best epoch so far; empty when the weights of the last epoch are kept. */
    Map<String, float[]> best() {
        return best.copies();
    }
}
