package org.expomotif.network;

/**
 * How a network is trained.
 *
 * @param batch the largest number of samples in a step
 * @param learningRate Adam's rate at the start
 * @param l2 the kernels (not the output layer's) pay l2 times the sum of their squares: 2 l2 w in the gradient
 * @param seed of the dropout
 * @param threads working threads; the result does not depend on them
 */
public record TrainerOptions(int batch, double learningRate, double l2, long seed, int threads) {
    /** The study's options: batch 100, rate 0.001, L2 1e-6. */
    public static TrainerOptions defaults(long seed, int threads) {
        return new TrainerOptions(100, 1e-3, 1e-6, seed, threads);
    }
}
