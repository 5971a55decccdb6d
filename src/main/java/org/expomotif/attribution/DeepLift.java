package org.expomotif.attribution;

import java.util.List;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;

/**
 * DeepLIFT with the rescale rule (Shrikumar, Greenside and Kundaje, 2017). Scores are {@link Contributions}; with
 * several references they are means over the references, which is DeepSHAP (Lundberg and Lee, 2017). Base scores add up
 * to the difference of outputs except for rounding, with every activation function, because each layer implements its
 * own rule.
 *
 * @param references what the sequences are compared with
 */
public record DeepLift(References references) implements AttributionMethod {
    @Override
    public List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences) {
        return Contributions.explain(target, sequences, references, references.count(), target::multipliers);
    }

    @Override
    public Optional<String> gapAdvice() {
        return Optional.of("raise --max-gap: the gap is rounding error");
    }
}
