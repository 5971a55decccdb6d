package org.expomotif.synth;

import java.util.SplittableRandom;

/** A source of the bases outside the planted motifs. */
public interface BaseSource {
    /** Independent bases; A, C, G and T with probability 1/4 each. */
    BaseSource UNIFORM = (letters, random) -> {
        long bits = 0;
        for (int i = 0; i < letters.length; i++) {
            if (i % 32 == 0) {
                bits = random.nextLong();
            }
            letters[i] = (byte) "ACGT".charAt((int) (bits & 3));
            bits >>>= 2;
        }
    };

    /** Fills a whole sequence with the upper-case letters A, C, G, T. */
    void fill(byte[] letters, SplittableRandom random);
}
