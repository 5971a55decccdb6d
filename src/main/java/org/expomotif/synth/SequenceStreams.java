package org.expomotif.synth;

import java.util.SplittableRandom;

/**
 * The random number generators of a run: one {@link SplittableRandom} (SplitMix64; Steele, Lea and Flood, 2014) per
 * sequence, seeded with the seed of the run and the number of the sequence. A sequence therefore does not depend on the
 * others, nor on the thread that creates it.
 */
final class SequenceStreams {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

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
        return new SplittableRandom(mix(mix(seed) + GOLDEN * (index + 1)));
    }

    static SplittableRandom ofRun(long seed, Use use) {
        return new SplittableRandom(mix(mix(seed) - GOLDEN * use.number));
    }

    /**
     * Stafford's 13th mixing function: a bijection of 64 bits in which each bit of the input changes about half of the
     * output bits.
     */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
