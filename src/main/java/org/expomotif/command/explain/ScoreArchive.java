package org.expomotif.command.explain;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.expomotif.attribution.file.BaseScores;
import org.expomotif.attribution.file.ExplainedSequences;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.io.Inputs;
import org.expomotif.run.Progress;
import org.expomotif.run.ShellWords;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** An archive of attribution scores, and the scores of shuffled sequences that it is compared with, as a mixin. */
final class ScoreArchive extends OptionMixin {
    private static final String NULL = "--null";

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
            names = NULL,
            paramLabel = "FILE|N",
            order = 3,
            description =
                    "Scores of shuffled sequences, by the same method: a file of attribute --shuffles, or a number"
                            + " N of dinucleotide shuffles of each sequence, which --model scores. A file whose name is a"
                            + " number is given as ./2.")
    private @Nullable String nullScores;

    @Option(
            names = "--null-one-hot",
            paramLabel = "FILE.npz",
            order = 4,
            description = "The one-hot sequences of the file of --null, as --one-hot.")
    private @Nullable String nullOneHot;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            order = 4,
            description = "For --null N: the model with which attribute computed the scores.")
    private @Nullable String model;

    ScoreArchive() {}

    /** Makes {@code --null} required, as the transformer of a command with this mixin. */
    static final class NullRequired implements CommandLine.IModelTransformer {
        NullRequired() {}

        @Override
        public CommandSpec transform(CommandSpec spec) {
            OptionSpec option = spec.findOption(NULL);
            spec.remove(option);
            return spec.addOption(OptionSpec.builder(option).required(true).build());
        }
    }

    /** The file of the scores. */
    String file() {
        return scores;
    }

    /** The files that were given. */
    String[] files() {
        return Stream.concat(archives(), Stream.ofNullable(model)).toArray(String[]::new);
    }

    private Stream<String> archives() {
        return Stream.of(scores, oneHot, shuffles().isPresent() ? null : nullScores, nullOneHot)
                .filter(Objects::nonNull);
    }

    /** Rejects archives that cannot be read twice, and options that do not belong together. */
    void check() {
        Optional<Integer> shuffles = shuffles();
        check(nullOneHot == null || nullScores != null && shuffles.isEmpty(), "--null-one-hot needs --null FILE");
        check(model == null || shuffles.isPresent(), "--model needs --null N");
        check(
                model != null || shuffles.isEmpty(),
                "--null " + nullScores + " needs --model, which scores the shuffles; a file of this name is ./"
                        + nullScores);
        shuffles.ifPresent(count -> within(NULL, 1, ReferenceOptions.MAX_COUNT, count));
        check(
                archives().noneMatch(Inputs::isReadOnce),
                "the archives of scores are read twice; give them as files, not as '-' or a pipe");
    }

    /** The number in {@code --null N}; empty for a file. */
    private Optional<Integer> shuffles() {
        return nullScores != null && nullScores.matches("\\d{1,9}")
                ? Optional.of(Integer.valueOf(nullScores))
                : Optional.empty();
    }

    /** Reads the scores. */
    <T> T read(BiFunction<String, Optional<String>, T> reader) {
        return reader.apply(scores, Optional.ofNullable(oneHot));
    }

    /**
     * The scores of shuffled sequences.
     *
     * @param scores what was read or computed
     * @param source where they come from, as the end of a sentence about their number
     */
    record Null<T>(T scores, String source) {
        /** The line about the null in the provenance of the output. */
        String provenance(int sequences) {
            return "null: the scores of " + sequences + " sequences" + source;
        }
    }

    /**
     * Reads or computes the scores of shuffled sequences, if they were given.
     *
     * @param reader reads a file
     * @param computed takes what it needs of scores that were computed
     */
    <T> Optional<Null<T>> readNull(
            BiFunction<String, Optional<String>, T> reader,
            Function<SequenceScores, T> computed,
            int threads,
            Progress progress) {
        if (nullScores == null) {
            return Optional.empty();
        }
        if (shuffles().isEmpty()) {
            return Optional.of(new Null<>(reader.apply(nullScores, Optional.ofNullable(nullOneHot)), " of --null"));
        }
        ComputedNull computation = computation();
        SequenceScores shuffled =
                computation.compute(Objects.requireNonNull(model), shuffles().get(), threads, progress);
        return Optional.of(new Null<>(
                computed.apply(shuffled),
                ", " + nullScores + " dinucleotide shuffles of each of --scores, explained with "
                        + ShellWords.line(computation.words())));
    }

    private ComputedNull computation() {
        ExplainedSequences explained = ExplainedSequences.read(scores)
                .orElseThrow(() -> notComputable(scores + " does not record how its scores were computed"));
        AttributionSettings settings;
        try {
            settings = AttributionSettings.parse(explained.settings());
        } catch (ParameterException e) {
            throw ComputedNull.unusable(scores, e);
        }
        if (settings.needsReferenceFile()) {
            throw notComputable(scores + " was computed with references from a file, which it does not contain");
        }
        return new ComputedNull(scores, explained, settings);
    }

    private ParameterException notComputable(String reason) {
        return fault(NULL + " " + nullScores + ": " + reason + "; run attribute --shuffles " + nullScores
                + " and give the file that it writes");
    }

    /** Rejects a null of other lengths, whose maxima would not be comparable, and one without sequences. */
    void requireFit(BaseScores shuffled, BaseScores read) {
        int[] lengths = Stream.of(read, shuffled)
                .flatMap(each -> each.maps().stream().limit(1))
                .mapToInt(map -> map.length)
                .distinct()
                .toArray();
        if (shuffled.maps().isEmpty() || lengths.length > 1) {
            throw new UserException("the sequences of --null do not fit those of --scores")
                    .in(shuffles().isPresent() ? scores : String.valueOf(nullScores))
                    .expected("sequences" + (lengths.length == 0 ? "" : " of " + lengths[0] + " bases"))
                    .found(shuffled.maps().isEmpty() ? "none" : lengths[1] + " bases");
        }
    }
}
