package org.expomotif.attribution;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.dna.Shuffles;

/**
 * The kind of input against which a sequence is explained. At unknown bases every reference equals the sequence (0.25
 * of each base), so they have nothing to explain.
 */
public enum Reference {
    /** The sequence's own bases in a uniformly random order. */
    SHUFFLE(true),
    /** A random sequence with exactly the same dinucleotide counts. */
    DINUCLEOTIDE(true),
    /** All zeros. */
    ZERO(false),
    /** At every position the same frequencies: those of a random sequence with the same GC content. */
    GC(false);

    private final boolean random;

    Reference(boolean random) {
        this.random = random;
    }

    /** Whether references differ from draw to draw, so that more than one makes sense. */
    public boolean isRandom() {
        return random;
    }

    /**
     * Draws references for one sequence. They depend on the seed, the sequence's name and its bases alone: not on the
     * other sequences of a file.
     *
     * @param count how many; 1 for a kind that is not random
     * @return {@code count} arrays of {@code length x 4}
     */
    float[][] draw(DnaSequence sequence, int count, long seed) {
        byte[] codes = sequence.codes();
        RandomGenerator generator = new SplittableRandom(hash(sequence.name()) ^ seed);
        float[][] references = new float[count][4 * codes.length];
        for (float[] reference : references) {
            switch (this) {
                case SHUFFLE -> OneHot.encode(Shuffles.bases(codes, generator), reference, 0);
                case DINUCLEOTIDE -> OneHot.encode(Shuffles.dinucleotides(codes, generator), reference, 0);
                case ZERO -> fill(reference, codes, 0f, 0f);
                case GC -> {
                    float gc = gcContent(codes);
                    fill(reference, codes, (1 - gc) / 2, gc / 2);
                }
            }
        }
        return references;
    }

    private static void fill(float[] reference, byte[] codes, float at, float gc) {
        for (int i = 0; i < codes.length; i++) {
            boolean known = codes[i] != Nucleotide.UNKNOWN;
            reference[4 * i] = known ? at : 0.25f;
            reference[4 * i + 1] = known ? gc : 0.25f;
            reference[4 * i + 2] = known ? gc : 0.25f;
            reference[4 * i + 3] = known ? at : 0.25f;
        }
    }

    private static float gcContent(byte[] codes) {
        int gc = 0;
        int known = 0;
        for (byte code : codes) {
            known += code == Nucleotide.UNKNOWN ? 0 : 1;
            gc += code == Nucleotide.C || code == Nucleotide.G ? 1 : 0;
        }
        return known == 0 ? 0.5f : (float) gc / known;
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
