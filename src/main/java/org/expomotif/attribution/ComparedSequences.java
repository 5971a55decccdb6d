package org.expomotif.attribution;

import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.OneHot;

/**
 * A batch of sequences with the references that they are compared with. The arrays are not copied.
 *
 * @param sequences the sequences
 * @param input their one-hot form, {@code sequences x length x 4}
 * @param references the references of each sequence, {@code sequences x count x length x 4}
 * @param count references per sequence
 */
record ComparedSequences(List<DnaSequence> sequences, float[] input, float[] references, int count) {
    /** Draws the references of every sequence. */
    static ComparedSequences draw(List<DnaSequence> sequences, References references) {
        float[] input = OneHot.of(sequences.stream().map(DnaSequence::codes).toList());
        int size = input.length / sequences.size();
        int count = references.count();
        float[] all = new float[Math.multiplyExact(input.length, count)];
        for (int s = 0; s < sequences.size(); s++) {
            float[][] drawn = references.draw(sequences.get(s));
            for (int r = 0; r < count; r++) {
                System.arraycopy(drawn[r], 0, all, (s * count + r) * size, size);
            }
        }
        return new ComparedSequences(sequences, input, all, count);
    }
}
