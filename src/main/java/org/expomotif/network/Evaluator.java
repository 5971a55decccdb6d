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
    default float[] inputGradients(float[] input, int n, int output, Explained explained) {
        return inputGradients(input, n, output, explained, new float[n]);
    }

    /**
     * The same, and the explained output itself: it costs nothing more.
     *
     * @param outputs receives {@code n} outputs
     */
    float[] inputGradients(float[] input, int n, int output, Explained explained, float[] outputs);

    /**
     * Gradients of one output, summed over points of the straight ways from references to samples. The sums are in
     * single precision, in the order of the points, and do not depend on what else is asked for in the call.
     *
     * @param input the samples
     * @param references {@code count} a sample, those of the first one first
     * @param count references a sample
     * @param points for every reference, fractions of the way from it to its sample
     * @param output the class, counted from 0
     * @param explained whether the logit or the probability is differentiated
     * @return one sum a reference, {@code inputLength x 4}
     */
    default float[] wayGradients(
            float[] input, float[] references, int count, double[][] points, int output, Explained explained) {
        return PlainWays.sums(this, input, references, count, points, output, explained);
    }

    /**
     * DeepLIFT's multipliers of one output by the rescale rule, each sample against each of its references. They add up
     * exactly: sum of multiplier x (sample - reference) = output(sample) - output(reference), with every activation.
     *
     * @param input {@code n} samples
     * @param references {@code n x count} samples, those of the first one first
     * @param count references a sample
     * @param output the class, counted from 0
     * @param explained whether the logit or the probability is explained
     */
    Multipliers multipliers(float[] input, int n, float[] references, int count, int output, Explained explained);

    /**
     * The explained output of every single mutant of a sequence: what predicting each of them gives, bit for bit, but
     * computed from what the changed base reaches.
     *
     * @param input the sequence, {@code inputLength x 4}; a position that is not one-hot has no mutants
     * @param output the class, counted from 0
     * @param explained whether the logit or the probability is wanted
     * @return {@code inputLength x 4}, by position and base; the sequence's own output where there is no mutant
     */
    float[] mutants(float[] input, int output, Explained explained);

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
