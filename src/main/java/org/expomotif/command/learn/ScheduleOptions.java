package org.expomotif.command.learn;

import org.expomotif.command.option.OptionMixin;
import org.expomotif.train.Metric;
import org.expomotif.train.Schedule;
import org.expomotif.train.TrainingPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The training schedule, as a mixin; the defaults are those of the reference study. */
final class ScheduleOptions extends OptionMixin {
    private static final double RATE_FLOOR = 1e-7;

    /** The weights to keep. */
    enum Keep {
        /** Those of the epoch with the best validation metric. */
        BEST,
        /** Those of the last epoch. */
        LAST
    }

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "100",
            order = 30,
            description = "Maximum number of epochs. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "100",
            order = 31,
            description = "Sequences per step. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            defaultValue = "0.001",
            order = 32,
            description = "Initial learning rate of Adam. Default: ${DEFAULT-VALUE}.")
    private double learningRate;

    @Option(
            names = "--l2",
            paramLabel = "X",
            defaultValue = "1e-6",
            order = 33,
            description = "Weight of the squared kernels in the loss. Default: ${DEFAULT-VALUE}.")
    private double l2;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            order = 34,
            description =
                    "Validation metric that controls learning rate, early stopping and --keep best: aupr (average precision),"
                            + " auroc or loss. Default: aupr for several classes, auroc for one.")
    private @Nullable Metric metric;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "20",
            order = 35,
            description = "Epochs without a better metric after which training stops. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Option(
            names = "--rate-patience",
            paramLabel = "N",
            defaultValue = "5",
            order = 36,
            description =
                    "Epochs without a better metric after which the learning rate is reduced. Default: ${DEFAULT-VALUE}.")
    private int ratePatience;

    @Option(
            names = "--rate-factor",
            paramLabel = "X",
            defaultValue = "0.2",
            order = 37,
            description =
                    "Factor by which the learning rate is reduced; it stays at or above 1e-7. Default: ${DEFAULT-VALUE}.")
    private double rateFactor;

    @Option(
            names = "--keep",
            paramLabel = "WHICH",
            defaultValue = "last",
            order = 38,
            description = "Weights to keep in the model: last, or best by the metric. Default: ${DEFAULT-VALUE}.")
    private Keep keep = Keep.LAST;

    @Option(
            names = "--reverse-complement",
            order = 39,
            description = "Add the reverse complements of the training sequences.")
    private boolean reverseComplement;

    ScheduleOptions() {}

    /** Rejects numbers out of range before any file is read. */
    void check() {
        atLeast("--epochs", 1, epochs);
        atLeast("--batch", 1, batch);
        atLeast("--patience", 1, patience);
        atLeast("--rate-patience", 1, ratePatience);
        boolean finite = learningRate > 0 && learningRate < Double.POSITIVE_INFINITY;
        require("--learning-rate", finite, "a number above 0", learningRate);
        require("--l2", l2 >= 0 && l2 < Double.POSITIVE_INFINITY, "a number of at least 0", l2);
        require("--rate-factor", rateFactor > 0 && rateFactor <= 1, "above 0 and at most 1", rateFactor);
    }

    /** The plan for the given number of classes. */
    TrainingPlan plan(int classes, long seed, int threads) {
        return new TrainingPlan(
                epochs,
                batch,
                new Schedule.Settings(learningRate, patience, ratePatience, rateFactor, RATE_FLOOR),
                l2,
                metric == null ? Metric.forClasses(classes) : metric,
                keep == Keep.BEST,
                reverseComplement,
                seed,
                threads);
    }
}
