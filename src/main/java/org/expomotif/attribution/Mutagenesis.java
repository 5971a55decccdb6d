package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;

/**
 * In-silico saturation mutagenesis: every base is exchanged for each of the three others, one at a time.
 *
 * <p>Scores are output(mutant) - output(sequence), 0 in the channel of the base that is there; the score of a base is
 * their L2 norm over the four channels. Bases that are not known have no mutants.
 */
public record Mutagenesis() implements AttributionMethod {
    @Override
    public List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences) {
        int length = target.length();
        int rowsPerSequence = 1 + 3 * length;
        List<byte[]> codes = sequences.stream().map(DnaSequence::codes).toList();
        float[] outputs = target.values(sequences.size() * rowsPerSequence, (row, input, offset) -> {
            byte[] original = codes.get(row / rowsPerSequence);
            OneHot.encode(original, input, offset);
            int mutant = row % rowsPerSequence - 1;
            if (mutant >= 0 && original[mutant / 3] != Nucleotide.UNKNOWN) {
                int position = mutant / 3;
                input[offset + 4 * position + original[position]] = 0f;
                input[offset + 4 * position + alternative(original[position], mutant % 3)] = 1f;
            }
        });
        List<Explanation> explanations = new ArrayList<>(sequences.size());
        for (int s = 0; s < sequences.size(); s++) {
            explanations.add(explanation(sequences.get(s), codes.get(s), outputs, s * rowsPerSequence));
        }
        return explanations;
    }

    private static Explanation explanation(DnaSequence sequence, byte[] codes, float[] outputs, int first) {
        float[] scores = new float[4 * codes.length];
        float[] base = new float[codes.length];
        float original = outputs[first];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == Nucleotide.UNKNOWN) {
                continue;
            }
            double squares = 0;
            for (int k = 0; k < 3; k++) {
                float effect = outputs[first + 1 + 3 * i + k] - original;
                scores[4 * i + alternative(codes[i], k)] = effect;
                squares += (double) effect * effect;
            }
            base[i] = (float) Math.sqrt(squares);
        }
        return new Explanation(sequence, scores, base, base, original, Double.NaN);
    }

    /** The {@code k}-th (0..2) of the other three bases, in the order A C G T. */
    private static int alternative(byte code, int k) {
        return k < code ? k : k + 1;
    }
}
