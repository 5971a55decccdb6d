package org.expomotif.command.explain;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.expomotif.attribution.file.BaseScores;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * An archive of attribution scores, and what the scores of shuffled sequences need beside their own option, as a mixin.
 * Whether {@code --null} must be given depends on the command, so each command declares it.
 */
final class ScoreArchive extends OptionMixin {
    @Option(
            names = "--scores",
            paramLabel = "FILE",
            required = true,
            order = 1,
            description = "Attribution scores: an archive of attribute, or of another program (arr_0, sequences x 4 x"
                    + " length or sequences x length x 4), or HDF5 of chrombpnet.")
    private String scores = "";

    @Option(
            names = "--one-hot",
            paramLabel = "FILE.npz",
            order = 2,
            description = "The one-hot sequences of scores of another program, if the scores are those of all four"
                    + " letters.")
    private @Nullable String oneHot;

    @Option(
            names = "--null-one-hot",
            paramLabel = "FILE.npz",
            order = 4,
            description = "The one-hot sequences of --null, as --one-hot.")
    private @Nullable String nullOneHot;

    ScoreArchive() {}

    /** The file of the scores. */
    String file() {
        return scores;
    }

    /** The files that were given, with those of the null. */
    Stream<String> files(@Nullable String nullScores) {
        return Stream.of(scores, oneHot, nullScores, nullOneHot).filter(Objects::nonNull);
    }

    /** Rejects files that cannot be read twice, and one-hot sequences of a null that was not given. */
    void check(@Nullable String nullScores) {
        check(nullScores != null || nullOneHot == null, "--null-one-hot needs --null");
        check(
                files(nullScores).noneMatch(Inputs::isReadOnce),
                "the archives of scores are read twice; give them as files, not as '-' or a pipe");
    }

    /** Reads the scores. */
    <T> T read(BiFunction<String, Optional<String>, T> reader) {
        return reader.apply(scores, Optional.ofNullable(oneHot));
    }

    /** Reads the scores of shuffled sequences. */
    <T> T readNull(String nullScores, BiFunction<String, Optional<String>, T> reader) {
        return reader.apply(nullScores, Optional.ofNullable(nullOneHot));
    }

    /** Rejects a null of other lengths, whose maxima would not be comparable, and one without sequences. */
    static void requireFit(BaseScores shuffled, BaseScores read, String file) {
        int[] lengths = Stream.of(read, shuffled)
                .flatMap(each -> each.maps().stream().limit(1))
                .mapToInt(map -> map.length)
                .distinct()
                .toArray();
        if (shuffled.maps().isEmpty() || lengths.length > 1) {
            throw new UserException("the sequences of --null do not fit those of --scores")
                    .in(file)
                    .expected("sequences" + (lengths.length == 0 ? "" : " of " + lengths[0] + " bases"))
                    .found(shuffled.maps().isEmpty() ? "none" : lengths[1] + " bases");
        }
    }
}
