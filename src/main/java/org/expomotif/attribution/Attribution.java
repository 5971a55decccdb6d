package org.expomotif.attribution;

import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;

/**
 * The scores that an attribution method computes for one sequence. The arrays are not copied.
 *
 * @param sequence the sequence
 * @param scores {@code length x 4}, channels A C G T: the score of each base at each position, which is the gradient,
 *     the hypothetical contribution or the effect of the mutation, depending on the method
 * @param baseScores one score per position, that of the base that is present; 0 where it is unknown
 * @param studyScores one score per position as Koo and Ploenzke (2021) evaluate maps: attribution x input summed over
 *     channels, or the L2 norm for mutagenesis; they differ from {@code baseScores} where the references' bases
 *     contribute
 * @param output the network's output for the sequence
 * @param referenceOutput the mean output for its references, NaN for a method without references
 */
public record Attribution(
        DnaSequence sequence,
        float[] scores,
        float[] baseScores,
        float[] studyScores,
        double output,
        double referenceOutput) {

    /**
     * An explanation whose base scores are the scores of the bases present (attribution x input, summed over channels).
     */
    public static Attribution ofPresentBases(
            DnaSequence sequence, float[] scores, double output, double referenceOutput) {
        byte[] codes = sequence.codes();
        float[] base = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            base[i] = codes[i] == Nucleotide.UNKNOWN ? 0f : scores[4 * i + codes[i]];
        }
        return new Attribution(sequence, scores, base, base, output, referenceOutput);
    }

    /** A copy with other study scores. */
    Attribution withStudyScores(float[] replacement) {
        return new Attribution(sequence, scores, baseScores, replacement, output, referenceOutput);
    }

    /** Sum of the base scores. */
    public double sum() {
        double sum = 0;
        for (float score : baseScores) {
            sum += score;
        }
        return sum;
    }

    /** The sum of the base scores minus (output - reference output); NaN for a method without references. */
    public double gap() {
        return sum() - (output - referenceOutput);
    }
}
