package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;

/**
 * Gradients averaged along the straight line from a reference to the sequence (Sundararajan, Taly and Yan, 2017).
 *
 * <p>With the mean gradient {@code m} of the way from reference {@code r}, base {@code b} scores {@code m[b] - sum_c
 * r[c] m[c]} at a position: the contribution {@code sum_c (x[c] - r[c]) m[c]} that the position would have if {@code b}
 * stood there. Scores are means over references. In the channel of the base that does stand there it is the
 * contribution itself, so the base scores add up to output minus mean reference output, and the whole matrix is the
 * hypothetical contributions that TF-MoDISco asks for.
 *
 * <p>The reference study judges maps by attribution {@code (x[c] - r[c]) m[c]} times input, which keeps the channel of
 * the base {@code b} present alone: {@code (1 - r[b]) m[b]}, without what the reference's own base takes away. Those
 * are the {@link Explanation#studyScores()}.
 *
 * <p>The integral is taken by the midpoint rule: the gradient at the middle of each of {@code steps} equal parts of the
 * way. It costs one gradient a step, its error falls with the square of the steps, and for a smooth function it is half
 * that of the trapezoid rule, which needs one gradient more and looks at the very ends of the way, where a sigmoid is
 * flattest. What is left of the error is {@link Explanation#gap()}.
 *
 * @param reference what the sequences are compared with
 * @param references how many references a sequence has
 * @param steps gradients a reference
 * @param seed seed of the random references
 */
public record IntegratedGradients(Reference reference, int references, int steps, long seed)
        implements AttributionMethod {
    /** Steps in the reference study. */
    public static final int DEFAULT_STEPS = 20;
    /** References a sequence in the reference study. */
    public static final int DEFAULT_REFERENCES = 10;

    /** Refuses no steps, no references, and several references of a kind that has but one. */
    public IntegratedGradients {
        if (steps < 1 || references < 1 || (references > 1 && !reference.isRandom())) {
            throw new IllegalArgumentException(steps + " steps, " + references + " references of " + reference);
        }
    }

    @Override
    public List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences) {
        List<Paths> paths = sequences.stream()
                .map(sequence -> new Paths(sequence, reference.draw(sequence, references, seed)))
                .toList();
        int ends = 1 + references;
        float[] outputs = target.values(
                ends * paths.size(),
                (row, input, offset) -> paths.get(row / ends).writeEnd(row % ends, input, offset));
        int points = references * steps;
        target.gradients(
                points * paths.size(),
                (row, input, offset) -> {
                    int point = row % points;
                    paths.get(row / points).writePoint(point / steps, (point % steps + 0.5) / steps, input, offset);
                },
                (row, gradients, offset) -> paths.get(row / points).add(row % points / steps, gradients, offset));
        List<Explanation> explanations = new ArrayList<>(paths.size());
        for (int s = 0; s < paths.size(); s++) {
            double referenceOutput = 0;
            for (int r = 0; r < references; r++) {
                referenceOutput += outputs[s * ends + 1 + r] / (double) references;
            }
            explanations.add(Explanation.ofPresentBases(
                            sequences.get(s), mean(paths.get(s).total, points), outputs[s * ends], referenceOutput)
                    .withStudyScores(mean(paths.get(s).present, points)));
        }
        return explanations;
    }

    @Override
    public boolean addsUp() {
        return true;
    }

    private static float[] mean(double[] sums, int points) {
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / points);
        }
        return means;
    }

    /** The ways from the references of one sequence to it, and the scores gathered on them. */
    private static final class Paths {
        private final float[] sequence;
        private final float[][] references;
        private final double[] total;
        private final double[] present;
        private final byte[] codes;

        Paths(DnaSequence bases, float[][] references) {
            this.sequence = new float[4 * bases.length()];
            this.codes = bases.codes();
            OneHot.encode(codes, sequence, 0);
            this.references = references;
            this.total = new double[sequence.length];
            this.present = new double[codes.length];
        }

        /** Writes the sequence (0) or one of its references (from 1). */
        void writeEnd(int end, float[] input, int offset) {
            System.arraycopy(end == 0 ? sequence : references[end - 1], 0, input, offset, sequence.length);
        }

        /** Writes the input at fraction {@code along} of the way from a reference. */
        void writePoint(int from, double along, float[] input, int offset) {
            float[] reference = references[from];
            for (int i = 0; i < sequence.length; i++) {
                input[offset + i] = (float) (reference[i] + along * (sequence[i] - reference[i]));
            }
        }

        /** Adds what the gradient at one point of the way from a reference says. */
        void add(int from, float[] gradients, int offset) {
            float[] reference = references[from];
            for (int i = 0; i < total.length; i += 4) {
                double expected = 0;
                for (int c = 0; c < 4; c++) {
                    expected += (double) reference[i + c] * gradients[offset + i + c];
                }
                for (int c = 0; c < 4; c++) {
                    total[i + c] += gradients[offset + i + c] - expected;
                }
                byte code = codes[i / 4];
                if (code != Nucleotide.UNKNOWN) {
                    present[i / 4] += (1 - (double) reference[i + code]) * gradients[offset + i + code];
                }
            }
        }
    }
}
