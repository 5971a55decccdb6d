package org.expomotif.attribution;

import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.OneHot;
import org.expomotif.network.OutputScale;

/** A method run on one sequence and a known function. */
final class Explained {
    static final String LETTERS = "GATTACANCCGTA";

    private Explained() {}

    static float[] oneHot(DnaSequence sequence) {
        float[] input = new float[4 * sequence.length()];
        OneHot.encode(sequence.codes(), input, 0);
        return input;
    }

    static TargetOutput probability(KnownFunction function) {
        return new TargetOutput(function, 0, OutputScale.PROBABILITY);
    }

    static TargetOutput logit(KnownFunction function) {
        return new TargetOutput(function, 0, OutputScale.LOGIT);
    }

    static Attribution explain(AttributionMethod method, TargetOutput target, DnaSequence sequence) {
        return method.explain(target, List.of(sequence)).getFirst();
    }
}
