package org.expomotif.train;

/**
 * The settings of a training.
 *
 * @param epochs maximum number of epochs
 * @param batch sequences per step
 * @param schedule learning rate and early stopping
 * @param l2 weight of the sum of squared kernel weights in the loss
 * @param metric the validation metric that controls the schedule and the choice of weights
 * @param keepBest whether the weights of the best epoch are kept instead of those of the last epoch
 * @param reverseComplement whether the reverse complements of the training sequences are added
 * @param seed seed of the first trial; trial k has {@code seed + k - 1}
 * @param threads number of threads; results do not depend on it
 */
public record TrainingPlan(
        int epochs,
        int batch,
        Schedule.Settings schedule,
        double l2,
        Metric metric,
        boolean keepBest,
        boolean reverseComplement,
        long seed,
        int threads) {

    /**
     * The settings of the reference study.
     *
     * @param classes number of classes
     */
    public static TrainingPlan paper(int classes, long seed, int threads) {
        return new TrainingPlan(
                100, 100, Schedule.Settings.PAPER, 1e-6, Metric.forClasses(classes), false, false, seed, threads);
    }

    /** The seed of a trial, counted from 1. */
    public long seed(int trial) {
        return seed + trial - 1;
    }
}
