package org.expomotif.synth;

import java.util.SplittableRandom;
import org.expomotif.stats.SeedMixer;

/**
 * The random number generators of a run: one {@link SplittableRandom} (SplitMix64; Steele, Lea and Flood, 2014) per
 * sequence, seeded with the seed of the run and the number of the sequence. A sequence therefore does not depend on the
 * others, nor on the thread that creates it.
 */
final class SequenceStreams {

    private SequenceStreams() {}

    /** The use of a generator of the whole run. */
    enum Use {
        /** Draws of the split and the kind of every sequence. */
        ORDER(1),
        /** Draws of background motifs. */
        BACKGROUND_MOTIFS(2);

        private final long number;

        Use(long number) {
            this.number = number;
        }
    }

    static SplittableRandom ofSequence(long seed, long index) {
        return new SplittableRandom(SeedMixer.mix(SeedMixer.mix(seed) + SeedMixer.GOLDEN * (index + 1)));
    }

    static SplittableRandom ofRun(long seed, Use use) {
        return new SplittableRandom(SeedMixer.mix(SeedMixer.mix(seed) - SeedMixer.GOLDEN * use.number));
    }
}
