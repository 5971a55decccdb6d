package org.expomotif.attribution;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;

/**
 * What sequences are compared with. The references of a sequence depend on the seed, its name and its bases alone: not
 * on the other sequences of a file. At unknown bases every reference equals the sequence (0.25 of each base), so they
 * have nothing to explain.
 */
public sealed interface References permits DrawnReferences, GivenReferences {
    /** References a sequence has. */
    int count();

    /**
     * Makes the references of one sequence.
     *
     * @return {@link #count()} arrays of {@code length x 4}
     */
    float[][] draw(DnaSequence sequence);

    /** The random numbers of a sequence. */
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
