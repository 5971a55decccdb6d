package org.expomotif.attribution;

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
     * Explains a sequence by its multipliers against each of its references.
     *
     * @param references one array of {@code length x 4} per reference
     * @param multipliers multipliers of the sequence, already summed over the points of each reference
     * @param count total number of multipliers in these sums
     */
    static Attribution explain(DnaSequence sequence, float[][] references, Multipliers multipliers, int count) {
        Contributions contributions = new Contributions(sequence);
        int size = 4 * sequence.length();
        double referenceOutput = 0;
        for (int r = 0; r < references.length; r++) {
            contributions.add(references[r], multipliers.values(), r * size);
            referenceOutput += multipliers.referenceOutputs()[r] / (double) references.length;
        }
        return contributions.mean(count, multipliers.outputs()[0], referenceOutput);
    }

    /** Adds the contributions against one reference; its multipliers start at {@code multipliers[offset]}. */
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
