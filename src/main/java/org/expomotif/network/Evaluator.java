package org.expomotif.network;

/**
 * A network in evaluation mode: running statistics in batch normalisation, no dropout. Results do not depend on the
 * number of threads nor on how many samples are given at once.
 *
 * <p>Inputs are arrays of {@code n} samples, sample by sample, each {@code inputLength x 4}, channels in the order A C
 * G T: index {@code (sample * inputLength + position) * 4 + channel}. They need not be one-hot.
 */
public interface Evaluator {
    /** Bases a sample has. */
    int inputLength();

    /** Number of outputs (classes). */
    int outputs();

    /** Outputs before the sigmoid, {@code n x outputs}. */
    float[] logits(float[] input, int n);

    /** Outputs after the sigmoid, {@code n x outputs}. */
    float[] probabilities(float[] input, int n);

    /**
     * Derivatives of one output with respect to every number of the input.
     *
     * @param output the class, counted from 0
     * @param explained whether the logit or the probability is differentiated
     * @return {@code n x inputLength x 4}
     */
    float[] inputGradients(float[] input, int n, int output, Explained explained);

    /** Number of first-layer filters. */
    int filters();

    /** Positions of the first layer's output (before pooling). */
    int firstLayerLength();

    /** First-layer activations, after the activation function: {@code n x firstLayerLength x filters}. */
    float[] firstLayer(float[] input, int n);

    /** What an attribution explains. */
    enum Explained {
        /** The sigmoid's output. */
        PROBABILITY,
        /** The sigmoid's input. */
        LOGIT
    }
}
