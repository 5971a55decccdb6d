package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.network.InputGradients;

/**
 * The gradient of the output with respect to the one-hot input (Simonyan, Vedaldi and Zisserman, 2014).
 *
 * <p>Scores are the gradient in all four channels. The base score is gradient x input, that is, the gradient in the
 * channel of the base present.
 *
 * @param corrected whether the mean over the four channels is removed ({@link GradientCorrection})
 */
public record Saliency(boolean corrected) implements AttributionMethod {
    @Override
    public List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences) {
        int size = 4 * target.length();
        List<Attribution> explanations = new ArrayList<>(sequences.size());
        for (List<DnaSequence> batch : target.batches(sequences, 1)) {
            InputGradients gradients = target.gradients(batch);
            for (int s = 0; s < batch.size(); s++) {
                float[] own = Arrays.copyOfRange(gradients.values(), s * size, (s + 1) * size);
                explanations.add(explanation(batch.get(s), own, gradients.outputs()[s], corrected));
            }
        }
        return explanations;
    }

    /**
     * The explanation for a gradient of {@code length x 4} values, which is corrected in place if {@code corrected}.
     */
    static Attribution explanation(DnaSequence sequence, float[] gradient, double output, boolean corrected) {
        if (corrected) {
            GradientCorrection.apply(gradient);
        }
        return Attribution.ofPresentBases(sequence, gradient, output, Double.NaN);
    }
}
