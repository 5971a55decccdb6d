package org.expomotif.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.OneHot;
import org.expomotif.network.Evaluator;
import org.expomotif.network.Multipliers;

/**
 * One output of a network as a function of its input.
 *
 * @param evaluator the network
 * @param output the class, counted from 0
 * @param explained whether the function's value is the logit or the probability
 */
public record TargetOutput(Evaluator evaluator, int output, Evaluator.Explained explained) {
    /** Input values per call of the network, which bounds the memory for any sequence length. */
    private static final int VALUES_PER_CALL = 1 << 19;

    private static final int MAX_ROWS_PER_CALL = 512;

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

    /**
     * Computes the function's values.
     *
     * @param rows number of inputs
     * @param source writes the inputs
     * @return one value per input
     */
    float[] values(int rows, RowSource source) {
        float[] values = new float[rows];
        forEachCall(rows, source, (first, n, input) -> {
            float[] all = explained == Evaluator.Explained.LOGIT
                    ? evaluator.logits(input, n)
                    : evaluator.probabilities(input, n);
            for (int i = 0; i < n; i++) {
                values[first + i] = all[i * evaluator.outputs() + output];
            }
        });
        return values;
    }

    /**
     * Computes the function's gradients. The sink receives them call by call, because all of them may not fit in
     * memory.
     *
     * @param rows number of inputs
     * @param source writes the inputs
     * @param sink receives the gradients
     * @return the function's value at each input
     */
    float[] gradients(int rows, RowSource source, GradientSink sink) {
        float[] values = new float[rows];
        forEachCall(rows, source, (first, n, input) -> {
            float[] callValues = new float[n];
            float[] gradients = evaluator.inputGradients(input, n, output, explained, callValues);
            System.arraycopy(callValues, 0, values, first, n);
            for (int i = 0; i < n; i++) {
                sink.accept(first + i, gradients, i * 4 * length());
            }
        });
        return values;
    }

    /**
     * Computes DeepLIFT's multipliers of sequences against their references.
     *
     * @param sink receives the references and the multipliers of each sequence, in order
     */
    void multipliers(List<DnaSequence> sequences, References references, MultiplierSink sink) {
        compare(
                sequences,
                references,
                (first, n, input, referenceInput) ->
                        evaluator.multipliers(input, n, referenceInput, references.count(), output, explained),
                sink);
    }

    /**
     * Computes gradients summed over points of the straight paths from references to sequences.
     *
     * @param points the fractions of the path from each reference of a sequence, {@code [reference][point]}
     * @param sink receives the references and the sums of each sequence, in order, in the form of multipliers
     */
    void pathGradients(
            List<DnaSequence> sequences,
            References references,
            Function<DnaSequence, double[][]> points,
            MultiplierSink sink) {
        compare(
                sequences,
                references,
                (first, n, input, referenceInput) -> {
                    double[][] fractions = sequences.subList(first, first + n).stream()
                            .map(points)
                            .flatMap(Arrays::stream)
                            .toArray(double[][]::new);
                    float[] sums = evaluator.pathGradients(
                            input, referenceInput, references.count(), fractions, output, explained);
                    return new Multipliers(sums, values(input, n), values(referenceInput, n * references.count()));
                },
                sink);
    }

    private void compare(
            List<DnaSequence> sequences, References references, Comparison comparison, MultiplierSink sink) {
        int size = 4 * length();
        int perCall =
                Math.clamp(VALUES_PER_CALL / ((long) size * references.count()), 1, Math.max(1, sequences.size()));
        for (int first = 0; first < sequences.size(); first += perCall) {
            int n = Math.min(perCall, sequences.size() - first);
            float[] input = new float[n * size];
            float[] referenceInput = new float[Math.multiplyExact(n * references.count(), size)];
            float[][][] drawn = new float[n][][];
            for (int s = 0; s < n; s++) {
                OneHot.encode(sequences.get(first + s).codes(), input, s * size);
                drawn[s] = references.draw(sequences.get(first + s));
                for (int r = 0; r < drawn[s].length; r++) {
                    System.arraycopy(drawn[s][r], 0, referenceInput, (s * drawn[s].length + r) * size, size);
                }
            }
            Multipliers all = comparison.of(first, n, input, referenceInput);
            for (int s = 0; s < n; s++) {
                sink.accept(sequences.get(first + s), drawn[s], all.of(s));
            }
        }
    }

    private float[] values(float[] inputs, int rows) {
        int size = 4 * length();
        return values(rows, (row, input, offset) -> System.arraycopy(inputs, row * size, input, offset, size));
    }

    /** The function's values at every single mutant of a sequence, {@code length x 4}. */
    float[] mutants(float[] input) {
        return evaluator.mutants(input, output, explained);
    }

    private void forEachCall(int rows, RowSource source, Call call) {
        int size = 4 * length();
        int capacity = Math.clamp(VALUES_PER_CALL / size, 1, MAX_ROWS_PER_CALL);
        for (int first = 0; first < rows; first += capacity) {
            int n = Math.min(capacity, rows - first);
            float[] input = new float[n * size];
            for (int i = 0; i < n; i++) {
                source.write(first + i, input, i * size);
            }
            call.run(first, n, input);
        }
    }

    /** Writes the inputs of the network. */
    @FunctionalInterface
    interface RowSource {
        /**
         * Writes input {@code row}, {@code length x 4}, from {@code input[offset]} on; that range holds zeros before.
         */
        void write(int row, float[] input, int offset);
    }

    /** Receives gradients. */
    @FunctionalInterface
    interface GradientSink {
        /** Receives the gradient at input {@code row}: {@code length x 4} values from {@code gradients[offset]} on. */
        void accept(int row, float[] gradients, int offset);
    }

    /** Receives multipliers. */
    @FunctionalInterface
    interface MultiplierSink {
        /** Receives the multipliers of one sequence against its references. */
        void accept(DnaSequence sequence, float[][] references, Multipliers multipliers);
    }

    /** Compares {@code n} sequences, starting at index {@code first}, with their references. */
    @FunctionalInterface
    private interface Comparison {
        Multipliers of(int first, int n, float[] input, float[] referenceInput);
    }

    @FunctionalInterface
    private interface Call {
        void run(int first, int n, float[] input);
    }
}
