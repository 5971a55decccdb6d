package org.expomotif.attribution;

import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;

/**
 * References generated from the sequence itself.
 *
 * @param kind the kind of reference
 * @param count references per sequence; 1 for a kind that is not random
 * @param seed seed of the random kinds
 */
public record GeneratedReferences(ReferenceKind kind, int count, long seed) implements References {
    /** References per sequence in the reference study. */
    public static final int DEFAULT_COUNT = 10;

    /** Rejects a count below 1, and a count above 1 for a kind that is not random. */
    public GeneratedReferences {
        if (count < 1 || (count > 1 && !kind.isRandom())) {
            throw new IllegalArgumentException(count + " references of " + kind);
        }
    }

    /** The references of the study: {@value #DEFAULT_COUNT} random permutations of the sequence's bases. */
    public static GeneratedReferences shuffled(long seed) {
        return new GeneratedReferences(ReferenceKind.SHUFFLE, DEFAULT_COUNT, seed);
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
