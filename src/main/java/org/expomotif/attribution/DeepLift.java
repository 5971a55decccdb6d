package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;

/**
 * DeepLIFT with the rescale rule (Shrikumar, Greenside and Kundaje, 2017), as {@link Contributions}; against several
 * references their mean, which is DeepSHAP (Lundberg and Lee, 2017). Base scores add up to the difference of outputs
 * but for rounding, with every activation function: each layer owns its rule.
 *
 * @param references what the sequences are compared with
 */
public record DeepLift(References references) implements AttributionMethod {
    @Override
    public List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences) {
        List<Explanation> explanations = new ArrayList<>(sequences.size());
        target.multipliers(sequences, references, (sequence, drawn, multipliers) -> {
            Contributions contributions = new Contributions(sequence);
            int size = 4 * sequence.length();
            double referenceOutput = 0;
            for (int r = 0; r < drawn.length; r++) {
                contributions.add(drawn[r], multipliers.values(), r * size);
                referenceOutput += multipliers.referenceOutputs()[r] / (double) drawn.length;
            }
            explanations.add(contributions.mean(drawn.length, multipliers.outputs()[0], referenceOutput));
        });
        return explanations;
    }

    @Override
    public Optional<String> gapAdvice() {
        return Optional.of("allow more: what is left is rounding");
    }
}
