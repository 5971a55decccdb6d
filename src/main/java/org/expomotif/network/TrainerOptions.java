package org.expomotif.network;

/**
 * The options of a trainer.
 *
 * @param batch maximum number of samples per step
 * @param learningRate initial learning rate of Adam
 * @param l2 weight of the sum of squared kernel weights in the loss, without the output layer's; it adds 2 l2 w to the
 *     gradient
 * @param seed seed of the dropout
 * @param threads number of threads; the result does not depend on it
 */
public record TrainerOptions(int batch, double learningRate, double l2, long seed, int threads) {
    /** The options of the reference study: batch size 100, learning rate 0.001, L2 1e-6. */
    public static TrainerOptions defaults(long seed, int threads) {
        return new TrainerOptions(100, 1e-3, 1e-6, seed, threads);
    }
}
