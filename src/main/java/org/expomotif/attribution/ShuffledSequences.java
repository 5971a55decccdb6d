package org.expomotif.attribution;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.Shuffles;

/**
 * Sequences without motifs, for the scores that a network gives by chance: dinucleotide shuffles of sequences. Those of
 * a sequence depend only on the seed, its name and its bases.
 *
 * @param perSequence shuffles per sequence, at least 1
 * @param seed seed of the random draws
 */
public record ShuffledSequences(int perSequence, long seed) {
    /** Rejects a number of shuffles below 1. */
    public ShuffledSequences {
        if (perSequence < 1) {
            throw new IllegalArgumentException(perSequence + " shuffles");
        }
    }

    /**
     * A consumer of sequences that passes their shuffles on in their place, named {@code NAME_shuffle1},
     * {@code NAME_shuffle2}, ...
     *
     * @see Shuffles#dinucleotides
     */
    public Consumer<DnaSequence> of(Consumer<DnaSequence> consumer) {
        return sequence -> {
            byte[] codes = sequence.codes();
            RandomGenerator random = References.generator(sequence, seed);
            for (int k = 1; k <= perSequence; k++) {
                byte[] letters = Nucleotide.letters(Shuffles.dinucleotides(codes, random));
                consumer.accept(new DnaSequence(sequence.name() + "_shuffle" + k, "", letters));
            }
        };
    }
}
