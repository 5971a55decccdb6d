package org.expomotif.attribution;

import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;

/**
 * References made from the sequence itself.
 *
 * @param kind how
 * @param count how many a sequence has; 1 for a kind that is not random
 * @param seed seed of the random ones
 */
public record DrawnReferences(Reference kind, int count, long seed) implements References {
    /** References a sequence in the reference study. */
    public static final int DEFAULT_COUNT = 10;

    /** Refuses none, and several of a kind that has but one. */
    public DrawnReferences {
        if (count < 1 || (count > 1 && !kind.isRandom())) {
            throw new IllegalArgumentException(count + " references of " + kind);
        }
    }

    /** The study's: ten random orders of the sequence's bases. */
    public static DrawnReferences shuffled(long seed) {
        return new DrawnReferences(Reference.SHUFFLE, DEFAULT_COUNT, seed);
    }

    @Override
    public float[][] draw(DnaSequence sequence) {
        byte[] codes = sequence.codes();
        RandomGenerator generator = References.generator(sequence, seed);
        float[][] references = new float[count][4 * codes.length];
        for (float[] reference : references) {
            kind.write(codes, generator, reference);
        }
        return references;
    }
}
