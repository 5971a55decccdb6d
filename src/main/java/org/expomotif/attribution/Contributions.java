package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.Multipliers;

/**
 * Adds up the contributions of one sequence over its references.
 *
 * <p>With multipliers {@code m} (mean gradients, or DeepLIFT's) against reference {@code r}, base {@code b} scores
 * {@code m[b] - sum_c r[c] m[c]} at a position: the contribution {@code sum_c (x[c] - r[c]) m[c]} that the position
 * would have if it held {@code b}. In the channel of the base that is present, this is the actual contribution, so the
 * base scores add up to output minus mean reference output. The whole matrix holds the hypothetical contributions that
 * TF-MoDISco reads.
 *
 * <p>The reference study evaluates maps by attribution {@code (x[c] - r[c]) m[c]} times input. This keeps only the
 * channel of the base {@code b} that is present, {@code (1 - r[b]) m[b]}, and omits the negative term of the
 * reference's own base. These are the {@link Attribution#studyScores()}.
 */
final class Contributions {
    private final DnaSequence sequence;
    private final byte[] codes;
    private final double[] total;
    private final double[] present;

    Contributions(DnaSequence sequence) {
        this.sequence = sequence;
        this.codes = sequence.codes();
        this.total = new double[4 * codes.length];
        this.present = new double[codes.length];
    }

    /**
     * Explains sequences batch by batch.
     *
     * @param points number of multipliers per sequence, already summed over the points of each reference
     * @param method computes the multipliers of a batch
     */
    static List<Attribution> explain(
            TargetOutput target,
            List<DnaSequence> sequences,
            References references,
            int points,
            Function<ComparedSequences, Multipliers> method) {
        List<Attribution> explanations = new ArrayList<>(sequences.size());
        for (List<DnaSequence> part : target.batches(sequences, references.count())) {
            ComparedSequences batch = ComparedSequences.draw(part, references);
            Multipliers multipliers = method.apply(batch);
            for (int s = 0; s < part.size(); s++) {
                explanations.add(explain(batch, s, multipliers, points));
            }
        }
        return explanations;
    }

    private static Attribution explain(ComparedSequences batch, int sequence, Multipliers multipliers, int points) {
        Contributions contributions = new Contributions(batch.sequences().get(sequence));
        int size = contributions.total.length;
        double referenceOutput = 0;
        for (int r = sequence * batch.count(); r < (sequence + 1) * batch.count(); r++) {
            contributions.add(batch.references(), multipliers.values(), r * size);
            referenceOutput += multipliers.referenceOutputs()[r] / (double) batch.count();
        }
        return contributions.mean(points, multipliers.outputs()[sequence], referenceOutput);
    }

    /** Adds the contributions against the reference that starts at {@code offset}, as its multipliers do. */
    private void add(float[] references, float[] multipliers, int offset) {
        for (int i = 0; i < total.length; i += 4) {
            double expected = 0;
            for (int c = 0; c < 4; c++) {
                expected += (double) references[offset + i + c] * multipliers[offset + i + c];
            }
            for (int c = 0; c < 4; c++) {
                total[i + c] += multipliers[offset + i + c] - expected;
            }
            byte code = codes[i / 4];
            if (code != Nucleotide.UNKNOWN) {
                present[i / 4] += (1 - (double) references[offset + i + code]) * multipliers[offset + i + code];
            }
        }
    }

    /** The mean over {@code count} multipliers. */
    private Attribution mean(int count, double output, double referenceOutput) {
        return Attribution.ofPresentBases(sequence, mean(total, count), output, referenceOutput)
                .withStudyScores(mean(present, count));
    }

    private static float[] mean(double[] sums, int count) {
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / count);
        }
        return means;
    }
}
