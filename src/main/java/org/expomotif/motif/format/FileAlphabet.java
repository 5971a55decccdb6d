package org.expomotif.motif.format;

import java.util.Optional;
import org.expomotif.motif.Alphabet;

/** The alphabet of a file in which each motif shows its alphabet by a T or a U. */
final class FileAlphabet {
    private final MotifText text;
    private Optional<Alphabet> alphabet = Optional.empty();

    FileAlphabet(MotifText text) {
        this.text = text;
    }

    /**
     * Records the alphabet that a line shows.
     *
     * @throws org.expomotif.run.UserException when an earlier line shows another alphabet
     */
    void shown(int index, Alphabet shown) {
        if (alphabet.isPresent() && alphabet.get() != shown) {
            throw text.fault(index, "the file has both DNA and RNA motifs")
                    .expected("the letter T in all motifs or U in all motifs")
                    .remedy("give DNA and RNA motifs in separate files");
        }
        alphabet = Optional.of(shown);
    }

    /** The alphabet that was shown; DNA if none was shown. */
    Alphabet get() {
        return alphabet.orElse(Alphabet.DNA);
    }
}
