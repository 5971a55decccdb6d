package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.network.Evaluator;
import org.expomotif.network.InputGradients;
import org.expomotif.network.Multipliers;
import org.expomotif.network.OutputScale;

/**
 * One output of a network as a function of its input. Callers divide their inputs into batches, because the results of
 * all of them may not fit in memory.
 *
 * @param evaluator the network
 * @param output the class, counted from 0
 * @param scale whether the function's value is the logit or the probability
 */
public record TargetOutput(Evaluator evaluator, int output, OutputScale scale) {
    /** Input values per batch, which bounds the memory for any sequence length. */
    private static final int VALUES_PER_BATCH = 1 << 19;

    private static final int MAX_INPUTS_PER_BATCH = 512;

    /** Rejects an output that the network does not have. */
    public TargetOutput {
        if (output < 0 || output >= evaluator.outputs()) {
            throw new IllegalArgumentException("output " + output + " of " + evaluator.outputs());
        }
    }

    /** Bases per input. */
    public int length() {
        return evaluator.inputLength();
    }

    /** Inputs per batch. */
    int batchSize() {
        return Math.clamp(VALUES_PER_BATCH / (4L * length()), 1, MAX_INPUTS_PER_BATCH);
    }

    /**
     * Divides sequences into batches.
     *
     * @param inputs inputs per sequence; a sequence with more inputs than a batch has is a batch of its own
     */
    List<List<DnaSequence>> batches(List<DnaSequence> sequences, int inputs) {
        int size = Math.clamp(VALUES_PER_BATCH / (4L * length() * inputs), 1, MAX_INPUTS_PER_BATCH);
        List<List<DnaSequence>> batches = new ArrayList<>();
        for (int first = 0; first < sequences.size(); first += size) {
            batches.add(sequences.subList(first, Math.min(sequences.size(), first + size)));
        }
        return batches;
    }

    /**
     * Computes the function's values.
     *
     * @param input {@code n x length x 4}
     * @return one value per input
     */
    float[] values(float[] input, int n) {
        return chosen(logit() ? evaluator.logits(input, n) : evaluator.probabilities(input, n));
    }

    /** Computes the function's values for sequences. */
    float[] values(List<DnaSequence> sequences) {
        List<byte[]> codes = codes(sequences);
        return chosen(logit() ? evaluator.logits(codes) : evaluator.probabilities(codes));
    }

    /**
     * Computes the function's gradients and values.
     *
     * @param input {@code n x length x 4}
     */
    InputGradients gradients(float[] input, int n) {
        return evaluator.inputGradients(input, n, output, scale);
    }

    /** Computes the function's gradients and values for sequences. */
    InputGradients gradients(List<DnaSequence> sequences) {
        return evaluator.inputGradients(codes(sequences), output, scale);
    }

    /** Computes DeepLIFT's multipliers of sequences against their references. */
    Multipliers multipliers(ComparedSequences batch) {
        return evaluator.multipliers(
                batch.input(), batch.sequences().size(), batch.references(), batch.count(), output, scale);
    }

    /**
     * Computes gradients summed over points of the straight paths from references to sequences, in the form of
     * multipliers.
     *
     * @param points the fractions of the path from each reference at which gradients are taken, {@code [sequence x
     *     reference][point]}
     */
    Multipliers pathGradients(ComparedSequences batch, double[][] points) {
        float[] sums = evaluator.pathGradients(batch.input(), batch.references(), batch.count(), points, output, scale);
        return new Multipliers(
                sums, values(batch.input(), batch.sequences().size()), values(batch.references(), points.length));
    }

    /**
     * The function's values at every single mutant of a sequence, {@code length x 4}; the value at the sequence itself
     * in the channel of the base that is present, and in all channels of an unknown base.
     */
    float[] mutants(DnaSequence sequence) {
        return evaluator.mutants(sequence.codes(), output, scale);
    }

    private boolean logit() {
        return scale == OutputScale.LOGIT;
    }

    private static List<byte[]> codes(List<DnaSequence> sequences) {
        return sequences.stream().map(DnaSequence::codes).toList();
    }

    /** The values of the explained output among those of all outputs. */
    private float[] chosen(float[] all) {
        float[] values = new float[all.length / evaluator.outputs()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all[i * evaluator.outputs() + output];
        }
        return values;
    }
}
