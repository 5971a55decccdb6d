package org.expomotif.motif.format;

import org.expomotif.io.Inputs;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;

/** Checks that the motifs of two files have the same alphabet. */
public final class MotifAlphabets {
    private MotifAlphabets() {}

    /**
     * Rejects DNA and RNA motifs in one comparison or task, as Tomtom does: their letters and strands differ.
     *
     * @throws UserException naming the second file
     */
    public static void requireSame(String file, MotifSet motifs, String otherFile, MotifSet others) {
        if (motifs.alphabet() != others.alphabet()) {
            throw new UserException("DNA and RNA motifs cannot be used together")
                    .in(Inputs.name(otherFile))
                    .expected(motifs.alphabet() + " motifs as in " + Inputs.name(file))
                    .found(others.alphabet() + " motifs")
                    .remedy("give motifs of one alphabet; to use RNA motifs as if they were DNA,"
                            + " write ALPHABET= ACGT into a copy of their file");
        }
    }
}
