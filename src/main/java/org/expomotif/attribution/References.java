package org.expomotif.attribution;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;

/**
 * The references that sequences are compared with. The references of a sequence depend only on the seed, its name and
 * its bases, not on the other sequences of a file. At unknown bases every reference equals the sequence (0.25 per
 * base), so these positions contribute nothing.
 */
public sealed interface References permits GeneratedReferences, FileReferences {
    /** References per sequence. */
    int count();

    /**
     * Generates or draws the references of one sequence.
     *
     * @return {@link #count()} arrays of {@code length x 4}
     */
    float[][] draw(DnaSequence sequence);

    /** The random number generator of a sequence, which depends on its name and the seed. */
    static RandomGenerator generator(DnaSequence sequence, long seed) {
        return new SplittableRandom(hash(sequence.name()) ^ seed);
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        return hash;
    }
}
