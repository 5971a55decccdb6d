package org.expomotif.synth;

import java.util.SplittableRandom;

/** What sequences are made of outside their motifs. */
public interface BaseSource {
    /** Every base independent, A, C, G and T with a quarter each. */
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

    /** Fills a whole sequence with upper-case letters A, C, G, T. */
    void fill(byte[] letters, SplittableRandom random);
}
