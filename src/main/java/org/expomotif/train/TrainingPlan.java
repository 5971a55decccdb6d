package org.expomotif.train;

/**
 * How a network is trained.
 *
 * @param epochs the most epochs
 * @param batch sequences a step
 * @param schedule learning rate and end
 * @param l2 weight of the squared kernels in the loss
 * @param metric the validation figure that steers schedule and choice of weights
 * @param keepBest whether the weights of the best epoch are kept instead of the last ones
 * @param reverseComplement whether the reverse complements of the training sequences are added
 * @param seed seed of the first trial; trial k has {@code seed + k - 1}
 * @param threads how many work; never changes a result
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

    /** The reference study's training, for so many classes. */
    public static TrainingPlan paper(int classes, long seed, int threads) {
        return new TrainingPlan(
                100, 100, Schedule.Settings.PAPER, 1e-6, Metric.forClasses(classes), false, false, seed, threads);
    }

    /** The seed of a trial, counted from 1. */
    public long seed(int trial) {
        return seed + trial - 1;
    }
}
