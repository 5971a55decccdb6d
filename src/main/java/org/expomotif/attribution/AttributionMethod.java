package org.expomotif.attribution;

import java.util.List;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;

/**
 * A method that scores how much each base of a sequence matters to one output of a network.
 *
 * <p>Every method is deterministic. The scores of a sequence do not depend on the other sequences. An unknown base
 * scores 0.
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
     * @return one explanation per sequence, in the same order
     */
    List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences);

    /**
     * What the user can do about an {@link Attribution#gap()} that is too large, as an imperative; empty for methods
     * whose base scores do not add up to output minus reference output.
     */
    default Optional<String> gapAdvice() {
        return Optional.empty();
    }
}
