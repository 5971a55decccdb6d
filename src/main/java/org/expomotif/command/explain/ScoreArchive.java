package org.expomotif.command.explain;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.expomotif.attribution.file.BaseScores;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An archive of attribution scores, as a mixin. */
final class ScoreArchive extends OptionMixin {
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

    ScoreArchive() {}

    /** The files that were given. */
    Stream<String> files() {
        return Stream.concat(Stream.of(scores), Stream.ofNullable(oneHot));
    }

    /** Rejects files that cannot be read twice, of these options or of others. */
    void check(Stream<String> others) {
        check(
                Stream.concat(files(), others).noneMatch(Inputs::isReadOnce),
                "the archives of scores are read twice; give them as files, not as '-' or a pipe");
    }

    /** Reads the scores. */
    <T> T read(BiFunction<String, Optional<String>, T> reader) {
        return reader.apply(scores, Optional.ofNullable(oneHot));
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
