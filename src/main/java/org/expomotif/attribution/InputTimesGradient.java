package org.expomotif.attribution;

import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;

/**
 * Gradient x input (Shrikumar and others, 2016): the scores of {@link Saliency}, with 0 in the channels of the bases
 * that are not present. The base scores are those of saliency.
 *
 * @param corrected whether the mean over the four channels is removed first ({@link GradientCorrection})
 */
public record InputTimesGradient(boolean corrected) implements AttributionMethod {
    @Override
    public List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences) {
        List<Attribution> explanations = new Saliency(corrected).explain(target, sequences);
        for (Attribution explanation : explanations) {
            byte[] codes = explanation.sequence().codes();
            float[] scores = explanation.scores();
            for (int i = 0; i < scores.length; i++) {
                byte code = codes[i / 4];
                if (code == Nucleotide.UNKNOWN || code != i % 4) {
                    scores[i] = 0f;
                }
            }
        }
        return explanations;
    }
}
