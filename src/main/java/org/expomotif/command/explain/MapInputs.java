package org.expomotif.command.explain;

import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.OptionMixin;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Archives of attribution scores and of those of shuffled sequences, as a mixin. */
final class MapInputs extends OptionMixin {
    @Mixin
    private ScoreArchive archive;

    @Option(
            names = "--null",
            paramLabel = "FILE",
            required = true,
            order = 3,
            description = "Scores of shuffled sequences, by the same method: attribute --shuffles.")
    private String nullScores = "";

    MapInputs() {}

    /** Rejects inputs that cannot be read twice. */
    void check() {
        archive.check(nullScores);
    }

    /** The files that were given. */
    String[] files() {
        return archive.files(nullScores).toArray(String[]::new);
    }

    /** The scores of the sequences. */
    SequenceScores sequences() {
        return archive.read(SequenceScores::read);
    }

    /**
     * The scores of shuffled sequences.
     *
     * @param sequences the scores of the sequences, which must be as long
     */
    SequenceScores shuffled(SequenceScores sequences) {
        SequenceScores shuffled = archive.readNull(nullScores, SequenceScores::read);
        ScoreArchive.requireFit(shuffled.bases(), sequences.bases(), nullScores);
        return shuffled;
    }
}
