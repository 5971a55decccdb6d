package org.expomotif.synth;

import java.util.SplittableRandom;

/**
 * The random numbers of a run: {@link SplittableRandom} (SplitMix64; Steele, Lea and Flood, 2014), one generator a
 * sequence, seeded from the seed of the run and the number of the sequence. A sequence therefore does not depend on the
 * others, nor on who makes it.
 */
final class SequenceStreams {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SequenceStreams() {}

    /** What a generator of the whole run is for. */
    enum Use {
        /** Split and kind of every sequence. */
        ORDER(1),
        /** The choice of background motifs. */
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
     * Stafford's 13th mixing function: a bijection of 64 bits in which every bit of the input moves half of the output.
     */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
