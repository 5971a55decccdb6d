package org.expomotif.attribution;

import java.util.List;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;

/**
 * A way to share out a network's output among the bases of its input.
 *
 * <p>Every method is deterministic, and what it says of a sequence does not depend on the sequences around it. A base
 * that is not known scores 0.
 */
public sealed interface AttributionMethod
        permits Saliency,
                InputTimesGradient,
                SmoothGrad,
                IntegratedGradients,
                ExpectedIntegratedGradients,
                DeepLift,
                Mutagenesis {
    /**
     * Explains sequences.
     *
     * @param target the output to explain
     * @param sequences sequences of exactly {@code target.length()} bases
     * @return one explanation a sequence, in the same order
     */
    List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences);

    /**
     * For a method whose base scores are made to add up to output minus reference output, what to do about an
     * {@link Explanation#gap()} that is too large, as an imperative; empty for the others, of which it says nothing.
     */
    default Optional<String> gapAdvice() {
        return Optional.empty();
    }
}
