package org.expomotif.testing;

import java.nio.charset.StandardCharsets;
import org.expomotif.dna.DnaSequence;

/** Sequences in memory. */
public final class Dna {
    private Dna() {}

    /** A sequence without a description. */
    public static DnaSequence sequence(String name, String letters) {
        return new DnaSequence(name, "", letters.getBytes(StandardCharsets.US_ASCII));
    }
}
