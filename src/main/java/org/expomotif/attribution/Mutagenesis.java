package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;

/**
 * In silico saturation mutagenesis: every base is replaced by each of the three others, one mutation at a time.
 *
 * <p>Scores are output(mutant) - output(sequence), and 0 in the channel of the base that is present. The base score is
 * their L2 norm over the four channels. Unknown bases have no mutants.
 */
public record Mutagenesis() implements AttributionMethod {
    @Override
    public List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences) {
        List<Attribution> explanations = new ArrayList<>(sequences.size());
        for (DnaSequence sequence : sequences) {
            float original = target.values(List.of(sequence))[0];
            explanations.add(explanation(sequence, target.mutants(sequence), original));
        }
        return explanations;
    }

    private static Attribution explanation(DnaSequence sequence, float[] outputs, float original) {
        byte[] codes = sequence.codes();
        float[] scores = new float[4 * codes.length];
        float[] base = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            double squares = 0;
            for (int b = 0; b < 4 && codes[i] != Nucleotide.UNKNOWN; b++) {
                float effect = b == codes[i] ? 0f : outputs[4 * i + b] - original;
                scores[4 * i + b] = effect;
                squares += (double) effect * effect;
            }
            base[i] = (float) Math.sqrt(squares);
        }
        return new Attribution(sequence, scores, base, base, original, Double.NaN);
    }
}
