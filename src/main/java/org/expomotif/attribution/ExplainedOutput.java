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
 * @param explained whether the logit or the probability is the function's value
 */
public record ExplainedOutput(Evaluator evaluator, int output, Evaluator.Explained explained) {
    /** Numbers of input in one call: bounds the memory whatever the length of a sequence. */
    private static final int NUMBERS_PER_CALL = 1 << 19;

    private static final int MOST_ROWS_PER_CALL = 512;

    /** Refuses an output that the network does not have. */
    public ExplainedOutput {
        if (output < 0 || output >= evaluator.outputs()) {
            throw new IllegalArgumentException("output " + output + " of " + evaluator.outputs());
        }
    }

    /** Bases of an input. */
    public int length() {
        return evaluator.inputLength();
    }

    /**
     * The function's values at {@code rows} inputs.
     *
     * @param rows how many inputs
     * @param source writes each of them
     * @return one value an input
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
     * The function's gradients at {@code rows} inputs, handed over as they come: they may be too many to keep.
     *
     * @param rows how many inputs
     * @param source writes each of them
     * @param sink receives each gradient
     * @return the function's value at each input
     */
    float[] gradients(int rows, RowSource source, GradientSink sink) {
        float[] values = new float[rows];
        forEachCall(rows, source, (first, n, input) -> {
            float[] here = new float[n];
            float[] gradients = evaluator.inputGradients(input, n, output, explained, here);
            System.arraycopy(here, 0, values, first, n);
            for (int i = 0; i < n; i++) {
                sink.accept(first + i, gradients, i * 4 * length());
            }
        });
        return values;
    }

    /**
     * DeepLIFT's multipliers of sequences against their references, one sequence after the other.
     *
     * @param sink receives the references and the multipliers of each
     */
    void multipliers(List<DnaSequence> sequences, References references, MultiplierSink sink) {
        compare(
                sequences,
                references,
                (first, n, input, compared) ->
                        evaluator.multipliers(input, n, compared, references.count(), output, explained),
                sink);
    }

    /**
     * Gradients summed over points of the ways to sequences from their references, one sequence after the other.
     *
     * @param points the fractions of the way to a sequence from each of its references
     * @param sink receives the references and the sums of each, as if they were multipliers
     */
    void wayGradients(
            List<DnaSequence> sequences,
            References references,
            Function<DnaSequence, double[][]> points,
            MultiplierSink sink) {
        compare(
                sequences,
                references,
                (first, n, input, compared) -> {
                    double[][] fractions = sequences.subList(first, first + n).stream()
                            .map(points)
                            .flatMap(Arrays::stream)
                            .toArray(double[][]::new);
                    float[] sums =
                            evaluator.wayGradients(input, compared, references.count(), fractions, output, explained);
                    return new Multipliers(sums, values(input, n), values(compared, n * references.count()));
                },
                sink);
    }

    private void compare(
            List<DnaSequence> sequences, References references, Comparison comparison, MultiplierSink sink) {
        int size = 4 * length();
        int together =
                Math.clamp(NUMBERS_PER_CALL / ((long) size * references.count()), 1, Math.max(1, sequences.size()));
        for (int first = 0; first < sequences.size(); first += together) {
            int n = Math.min(together, sequences.size() - first);
            float[] input = new float[n * size];
            float[] compared = new float[Math.multiplyExact(n * references.count(), size)];
            float[][][] drawn = new float[n][][];
            for (int s = 0; s < n; s++) {
                OneHot.encode(sequences.get(first + s).codes(), input, s * size);
                drawn[s] = references.draw(sequences.get(first + s));
                for (int r = 0; r < drawn[s].length; r++) {
                    System.arraycopy(drawn[s][r], 0, compared, (s * drawn[s].length + r) * size, size);
                }
            }
            Multipliers all = comparison.of(first, n, input, compared);
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
        int capacity = Math.clamp(NUMBERS_PER_CALL / size, 1, MOST_ROWS_PER_CALL);
        for (int first = 0; first < rows; first += capacity) {
            int n = Math.min(capacity, rows - first);
            float[] input = new float[n * size];
            for (int i = 0; i < n; i++) {
                source.write(first + i, input, i * size);
            }
            call.run(first, n, input);
        }
    }

    /** Writes inputs of the network. */
    @FunctionalInterface
    interface RowSource {
        /** Writes input {@code row}, {@code length x 4}, to {@code input[offset]} and on; that part holds zeros. */
        void write(int row, float[] input, int offset);
    }

    /** Receives gradients. */
    @FunctionalInterface
    interface GradientSink {
        /** The gradient at input {@code row} is the {@code length x 4} numbers from {@code gradients[offset]} on. */
        void accept(int row, float[] gradients, int offset);
    }

    /** Receives multipliers. */
    @FunctionalInterface
    interface MultiplierSink {
        /** The multipliers of one sequence against its references. */
        void accept(DnaSequence sequence, float[][] references, Multipliers multipliers);
    }

    /** Compares {@code n} sequences, {@code first} and on, with their references. */
    @FunctionalInterface
    private interface Comparison {
        Multipliers of(int first, int n, float[] input, float[] compared);
    }

    @FunctionalInterface
    private interface Call {
        void run(int first, int n, float[] input);
    }
}
