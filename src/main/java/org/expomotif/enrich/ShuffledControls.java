package org.expomotif.enrich;

import java.util.SplittableRandom;
import org.expomotif.dna.Shuffles;

/** Controls that are shuffles of the positives. */
public final class ShuffledControls {
    private ShuffledControls() {}

    /**
     * Each positive shuffled once, with the same dinucleotide counts ({@link Shuffles#dinucleotides}). The background
     * is that of the positives, as in SEA.
     *
     * @param seed the shuffle of a sequence depends on it and on the place of the sequence in the file
     */
    public static SequenceSet of(SequenceSet positives, long seed) {
        SequenceSet controls = new SequenceSet("shuffled sequences", positives.counts());
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < positives.size(); i++) {
            byte[] shuffled = Shuffles.dinucleotides(positives.codes().get(i), seeds.split());
            controls.addUncounted(positives.names().get(i) + "_shuf_1", shuffled);
        }
        return controls;
    }
}
