package org.expomotif.network;

import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;

/**
 * A network in evaluation mode: running statistics in batch normalisation, no dropout. Results depend neither on the
 * number of threads nor on the number of samples per call.
 *
 * <p>Inputs are arrays of {@code n} samples, sample by sample, each {@code inputLength x 4}, channels in the order A C
 * G T: index {@code (sample * inputLength + position) * 4 + channel}. Inputs need not be one-hot. Sequences can also be
 * given as codes of {@link Nucleotide}, one array of {@code inputLength} codes per sample; an unknown base is 0.25 in
 * all channels.
 */
public interface Evaluator {
    /** Bases per sample. */
    int inputLength();

    /** Number of outputs (classes). */
    int outputs();

    /** Outputs before the sigmoid, {@code n x outputs}. */
    float[] logits(float[] input, int n);

    /** Outputs before the sigmoid of sequences given as codes, {@code n x outputs}. */
    default float[] logits(List<byte[]> codes) {
        return logits(OneHot.of(codes), codes.size());
    }

    /** Outputs after the sigmoid, {@code n x outputs}. */
    float[] probabilities(float[] input, int n);

    /** Outputs after the sigmoid of sequences given as codes, {@code n x outputs}. */
    default float[] probabilities(List<byte[]> codes) {
        return probabilities(OneHot.of(codes), codes.size());
    }

    /**
     * Computes the derivatives of one output with respect to every input value, and the output itself.
     *
     * @param output the class, counted from 0
     * @param scale whether the logit or the probability is differentiated
     */
    InputGradients inputGradients(float[] input, int n, int output, OutputScale scale);

    /** {@link #inputGradients(float[], int, int, OutputScale)} of sequences given as codes. */
    default InputGradients inputGradients(List<byte[]> codes, int output, OutputScale scale) {
        return inputGradients(OneHot.of(codes), codes.size(), output, scale);
    }

    /**
     * Computes gradients of one output, summed over points of the straight paths from references to samples. The sums
     * are in single precision, in the order of the points. They do not depend on the other paths of the call.
     *
     * @param input the samples
     * @param references {@code count} references per sample, in the order of the samples
     * @param count references per sample
     * @param points for every reference, fractions of the path from the reference to its sample
     * @param output the class, counted from 0
     * @param scale whether the logit or the probability is differentiated
     * @return one sum per reference, {@code inputLength x 4}
     */
    default float[] pathGradients(
            float[] input, float[] references, int count, double[][] points, int output, OutputScale scale) {
        return PlainPathGradients.sums(this, input, references, count, points, output, scale);
    }

    /**
     * Computes DeepLIFT's multipliers of one output by the rescale rule, for each sample against each of its
     * references. They satisfy, with every activation, sum of multiplier x (sample - reference) = output(sample) -
     * output(reference).
     *
     * @param input {@code n} samples
     * @param references {@code n x count} references, in the order of the samples
     * @param count references per sample
     * @param output the class, counted from 0
     * @param scale whether the logit or the probability is explained
     */
    Multipliers multipliers(float[] input, int n, float[] references, int count, int output, OutputScale scale);

    /**
     * Computes the explained output of every single mutant of a sequence. The result equals that of predicting each
     * mutant, bit for bit, but only the values that depend on the changed base are recomputed.
     *
     * @param codes the sequence; an unknown base has no mutants
     * @param output the class, counted from 0
     * @param scale whether the logit or the probability is computed
     * @return {@code inputLength x 4}, by position and base; the sequence's own output where there is no mutant
     */
    float[] mutants(byte[] codes, int output, OutputScale scale);

    /** Number of first-layer filters. */
    int filters();

    /** Positions of the first layer's output (before pooling). */
    int firstLayerLength();

    /** First-layer outputs, after the activation function: {@code n x firstLayerLength x filters}. */
    float[] firstLayer(float[] input, int n);

    /** First-layer outputs of sequences given as codes, {@code n x firstLayerLength x filters}. */
    default float[] firstLayer(List<byte[]> codes) {
        return firstLayer(OneHot.of(codes), codes.size());
    }
}
