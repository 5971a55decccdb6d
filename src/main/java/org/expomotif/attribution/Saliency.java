package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.OneHot;

/**
 * The gradient of the output with respect to the one-hot input (Simonyan, Vedaldi and Zisserman, 2014).
 *
 * <p>Scores are the raw gradient of all four channels; the score of a base is gradient x input, the gradient in its own
 * channel.
 */
public record Saliency() implements AttributionMethod {
    @Override
    public List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences) {
        int size = 4 * target.length();
        ExplainedOutput.RowSource rows =
                (row, input, offset) -> OneHot.encode(sequences.get(row).codes(), input, offset);
        float[] outputs = target.values(sequences.size(), rows);
        List<Explanation> explanations = new ArrayList<>(sequences.size());
        target.gradients(sequences.size(), rows, (row, gradients, offset) -> {
            float[] scores = Arrays.copyOfRange(gradients, offset, offset + size);
            explanations.add(Explanation.ofPresentBases(sequences.get(row), scores, outputs[row], Double.NaN));
        });
        return explanations;
    }

    @Override
    public boolean addsUp() {
        return false;
    }
}
