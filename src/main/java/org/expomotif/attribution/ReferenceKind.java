package org.expomotif.attribution;

import java.util.random.RandomGenerator;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.dna.Shuffles;

/** The kind of reference that a sequence is compared with. */
public enum ReferenceKind {
    /** A uniformly random permutation of the sequence's bases. */
    SHUFFLE(true),
    /** A random sequence with exactly the same dinucleotide counts. */
    DINUCLEOTIDE(true),
    /** All zeros. */
    ZERO(false),
    /** The same base frequencies at every position: those of a random sequence with the same GC content. */
    GC(false);

    private final boolean random;

    ReferenceKind(boolean random) {
        this.random = random;
    }

    /** Whether references are random, so that a sequence can have more than one. */
    public boolean isRandom() {
        return random;
    }

    /** Writes one reference, {@code length x 4}, for the sequence with these codes. */
    void write(byte[] codes, RandomGenerator generator, float[] reference) {
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
}
