package org.expomotif.attribution;

import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.Multipliers;

/**
 * Gathers what one sequence is explained by against references.
 *
 * <p>With multipliers {@code m} (mean gradients, or DeepLIFT's) against reference {@code r}, base {@code b} scores
 * {@code m[b] - sum_c r[c] m[c]} at a position: the contribution {@code sum_c (x[c] - r[c]) m[c]} that the position
 * would have if {@code b} stood there. In the channel of the base that does stand there it is the contribution itself,
 * so the base scores add up to output minus mean reference output, and the whole matrix is the hypothetical
 * contributions that TF-MoDISco asks for.
 *
 * <p>The reference study judges maps by attribution {@code (x[c] - r[c]) m[c]} times input, which keeps the channel of
 * the base {@code b} present alone: {@code (1 - r[b]) m[b]}, without what the reference's own base takes away. Those
 * are the {@link Explanation#studyScores()}.
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
     * Explains a sequence by its multipliers against each of its references.
     *
     * @param multipliers sums of {@code count} multipliers in all
     */
    static Explanation explain(DnaSequence sequence, float[][] references, Multipliers multipliers, int count) {
        Contributions contributions = new Contributions(sequence);
        int size = 4 * sequence.length();
        double referenceOutput = 0;
        for (int r = 0; r < references.length; r++) {
            contributions.add(references[r], multipliers.values(), r * size);
            referenceOutput += multipliers.referenceOutputs()[r] / (double) references.length;
        }
        return contributions.mean(count, multipliers.outputs()[0], referenceOutput);
    }

    /** Adds what the multipliers from {@code multipliers[offset]} on say against a reference. */
    private void add(float[] reference, float[] multipliers, int offset) {
        for (int i = 0; i < total.length; i += 4) {
            double expected = 0;
            for (int c = 0; c < 4; c++) {
                expected += (double) reference[i + c] * multipliers[offset + i + c];
            }
            for (int c = 0; c < 4; c++) {
                total[i + c] += multipliers[offset + i + c] - expected;
            }
            byte code = codes[i / 4];
            if (code != Nucleotide.UNKNOWN) {
                present[i / 4] += (1 - (double) reference[i + code]) * multipliers[offset + i + code];
            }
        }
    }

    /** The mean over {@code count} additions. */
    private Explanation mean(int count, double output, double referenceOutput) {
        return Explanation.ofPresentBases(sequence, mean(total, count), output, referenceOutput)
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
