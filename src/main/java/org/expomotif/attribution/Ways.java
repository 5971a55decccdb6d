package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.OneHot;

/** The straight lines from references to sequences, and the gradients on them. */
final class Ways {
    private final ExplainedOutput target;
    private final List<DnaSequence> sequences;
    private final float[][] inputs;
    private final float[][][] references;

    /**
     * A place on the way of a sequence.
     *
     * @param reference from which of its references the way comes
     * @param along the fraction of the way
     */
    record Point(int reference, double along) {}

    /** Chooses places. */
    @FunctionalInterface
    interface Points {
        /** Place {@code point} of sequence {@code way}. */
        Point of(int way, int point);
    }

    Ways(ExplainedOutput target, List<DnaSequence> sequences, References kind) {
        this.target = target;
        this.sequences = sequences;
        inputs = sequences.stream().map(Ways::oneHot).toArray(float[][]::new);
        references = sequences.stream().map(kind::draw).toArray(float[][][]::new);
    }

    static float[] oneHot(DnaSequence sequence) {
        float[] input = new float[4 * sequence.length()];
        OneHot.encode(sequence.codes(), input, 0);
        return input;
    }

    /** Explains each sequence by the mean gradient over {@code count} points. */
    List<Explanation> explain(int count, Points points) {
        int n = sequences.size();
        List<Contributions> contributions =
                sequences.stream().map(Contributions::new).toList();
        target.gradients(
                count * n,
                (row, input, offset) -> write(row / count, points.of(row / count, row % count), input, offset),
                (row, gradients, offset) -> {
                    Point point = points.of(row / count, row % count);
                    contributions.get(row / count).add(references[row / count][point.reference()], gradients, offset);
                });
        float[] outputs = target.values(n, (row, input, offset) -> copy(inputs[row], input, offset));
        List<Explanation> explanations = new ArrayList<>(n);
        for (int s = 0; s < n; s++) {
            explanations.add(contributions.get(s).mean(count, outputs[s], referenceOutput(references[s])));
        }
        return explanations;
    }

    private double referenceOutput(float[][] of) {
        float[] outputs = target.values(of.length, (row, input, offset) -> copy(of[row], input, offset));
        double mean = 0;
        for (float output : outputs) {
            mean += output / (double) of.length;
        }
        return mean;
    }

    private static void copy(float[] from, float[] to, int offset) {
        System.arraycopy(from, 0, to, offset, from.length);
    }

    private void write(int way, Point point, float[] input, int offset) {
        float[] sequence = inputs[way];
        float[] reference = references[way][point.reference()];
        for (int i = 0; i < sequence.length; i++) {
            input[offset + i] = (float) (reference[i] + point.along() * (sequence[i] - reference[i]));
        }
    }
}
