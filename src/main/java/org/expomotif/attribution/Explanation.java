package org.expomotif.attribution;

import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;

/**
 * What a method says about one sequence.
 *
 * @param sequence the sequence
 * @param scores {@code length x 4}, channels A C G T: what each base would score at each position (the gradient, the
 *     hypothetical contribution or the effect of the mutation, as the method says); not copied
 * @param baseScores one score a position, that of the base which stands there; 0 where it is not known; not copied
 * @param studyScores one score a position as Koo and Ploenzke (2021) judge maps: attribution x input summed over
 *     channels, for mutagenesis the L2 norm; they differ from {@code baseScores} where a base that the references have
 *     counts against the one that stands there; not copied
 * @param output the network's output for the sequence
 * @param referenceOutput the mean output for its references, NaN for a method without references
 */
public record Explanation(
        DnaSequence sequence,
        float[] scores,
        float[] baseScores,
        float[] studyScores,
        double output,
        double referenceOutput) {

    /** An explanation whose base scores are those of the bases present: attribution x input, summed over channels. */
    static Explanation ofPresentBases(DnaSequence sequence, float[] scores, double output, double referenceOutput) {
        byte[] codes = sequence.codes();
        float[] base = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            base[i] = codes[i] == Nucleotide.UNKNOWN ? 0f : scores[4 * i + codes[i]];
        }
        return new Explanation(sequence, scores, base, base, output, referenceOutput);
    }

    /** The same with other scores to be judged by. */
    Explanation withStudyScores(float[] judged) {
        return new Explanation(sequence, scores, baseScores, judged, output, referenceOutput);
    }

    /** Sum of the base scores. */
    public double sum() {
        double sum = 0;
        for (float score : baseScores) {
            sum += score;
        }
        return sum;
    }

    /** By how much the base scores miss output minus reference output; NaN for a method without references. */
    public double gap() {
        return sum() - (output - referenceOutput);
    }
}
