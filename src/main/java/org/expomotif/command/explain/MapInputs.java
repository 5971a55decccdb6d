package org.expomotif.command.explain;

import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.OptionMixin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Archives of attribution scores and of those of shuffled sequences, as a mixin. */
final class MapInputs extends OptionMixin {
    @Mixin
    private ScoreArchive archive;

    @Option(
            names = "--null",
            paramLabel = "FILE.npz",
            required = true,
            order = 3,
            description = "Scores of shuffled sequences, by the same method: attribute --shuffles.")
    private String nullScores = "";

    @Option(
            names = "--null-one-hot",
            paramLabel = "FILE.npz",
            order = 4,
            description = "The one-hot sequences of --null, as --one-hot.")
    private @Nullable String nullOneHot;

    MapInputs() {}

    /** Rejects inputs that cannot be read twice. */
    void check() {
        archive.check(nullFiles());
    }

    private Stream<String> nullFiles() {
        return Stream.concat(Stream.of(nullScores), Stream.ofNullable(nullOneHot));
    }

    /** The files that were given. */
    String[] files() {
        return Stream.concat(archive.files(), nullFiles()).toArray(String[]::new);
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
        SequenceScores shuffled = SequenceScores.read(nullScores, Optional.ofNullable(nullOneHot));
        ScoreArchive.requireFit(shuffled.bases(), sequences.bases(), nullScores);
        return shuffled;
    }
}
