package org.expomotif.attribution;

import java.util.List;
import org.expomotif.dna.DnaSequence;

/**
 * A way to share out a network's output among the bases of its input.
 *
 * <p>Every method is deterministic, and what it says of a sequence does not depend on the sequences around it. A base
 * that is not known scores 0.
 */
public sealed interface AttributionMethod permits Saliency, InputTimesGradient, IntegratedGradients, Mutagenesis {
    /**
     * Explains sequences.
     *
     * @param target the output to explain
     * @param sequences sequences of exactly {@code target.length()} bases
     * @return one explanation a sequence, in the same order
     */
    List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences);

    /**
     * Whether the base scores of a sequence are made to add up to output minus reference output, so that
     * {@link Explanation#gap()} means something.
     */
    boolean addsUp();
}
