package org.expomotif.command.explain;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Archives of attribution scores and of those of shuffled sequences, as a mixin. */
final class MapInputs extends OptionMixin {
    @Option(
            names = "--scores",
            paramLabel = "FILE.npz",
            required = true,
            order = 1,
            description = "Attribution scores: an archive of attribute, or of another program (arr_0, sequences x 4 x"
                    + " length or sequences x length x 4).")
    private String scores = "";

    @Option(
            names = "--one-hot",
            paramLabel = "FILE.npz",
            order = 2,
            description = "The one-hot sequences of scores of another program, if the scores are those of all four"
                    + " letters.")
    private @Nullable String oneHot;

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
        check(
                Stream.of(files()).noneMatch(Inputs::isReadOnce),
                "the archives of scores are read twice; give them as files, not as '-' or a pipe");
    }

    /** The files that were given. */
    String[] files() {
        return Stream.of(scores, oneHot, nullScores, nullOneHot)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    /** The scores of the sequences. */
    SequenceScores sequences() {
        return SequenceScores.read(scores, Optional.ofNullable(oneHot));
    }

    /**
     * The scores of shuffled sequences.
     *
     * @param sequences the scores of the sequences, which must be as long, or the maxima of both are not comparable
     */
    SequenceScores shuffled(SequenceScores sequences) {
        SequenceScores shuffled = SequenceScores.read(nullScores, Optional.ofNullable(nullOneHot));
        int[] lengths = Stream.of(sequences, shuffled)
                .flatMap(each -> each.codes().stream().limit(1))
                .mapToInt(codes -> codes.length)
                .distinct()
                .toArray();
        if (shuffled.codes().isEmpty() || lengths.length > 1) {
            throw new UserException("the sequences of --null do not fit those of --scores")
                    .in(nullScores)
                    .expected("sequences" + (lengths.length == 0 ? "" : " of " + lengths[0] + " bases"))
                    .found(shuffled.codes().isEmpty() ? "none" : lengths[1] + " bases");
        }
        return shuffled;
    }
}
