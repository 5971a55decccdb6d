package org.expomotif.command.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.expomotif.attribution.file.BaseScores;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.seqlet.ComparedSpans;
import org.expomotif.seqlet.Seqlet;
import org.expomotif.seqlet.SeqletSearch;
import org.expomotif.seqlet.SpanFinder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The scores in which seqlets are found, and what a seqlet is, as a mixin. */
final class SeqletOptions extends OptionMixin {
    @Mixin
    private ScoreArchive archive;

    @Option(
            names = "--threshold",
            paramLabel = "Q",
            order = 5,
            description = "Maximum q-value of a seqlet. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(
            names = "--min-length",
            paramLabel = "N",
            defaultValue = "4",
            order = 6,
            description = "The minimum length of a seqlet. Default: ${DEFAULT-VALUE}.")
    private int minimum = 4;

    @Option(
            names = "--max-length",
            paramLabel = "N",
            defaultValue = "30",
            order = 7,
            description = "The maximum length of a seqlet. Default: ${DEFAULT-VALUE}.")
    private int maximum = 30;

    /**
     * Creates the options.
     *
     * @param threshold the usual maximum q-value of a seqlet
     */
    SeqletOptions(double threshold) {
        this.threshold = threshold;
    }

    /** Seqlets with all spans, and how they were found. */
    record Found(ComparedSpans spans, List<Seqlet> seqlets, List<String> provenance) {}

    /** Rejects values out of range and inputs that cannot be read twice. */
    void check() {
        require("--threshold", threshold > 0 && threshold <= 1, "above 0, at most 1", threshold);
        within("--min-length", 1, 1000, minimum);
        within("--max-length", minimum, 1000, maximum);
        archive.check();
    }

    /** The files that were given. */
    String[] inputs() {
        return archive.files();
    }

    /** The scores. */
    <T> T read(BiFunction<String, Optional<String>, T> reader) {
        return archive.read(reader);
    }

    /** The scores of shuffled sequences, if they were given (see {@link ScoreArchive#readNull}). */
    <T> Optional<ScoreArchive.Null<T>> readNull(
            BiFunction<String, Optional<String>, T> reader,
            Function<SequenceScores, T> computed,
            int threads,
            Progress progress) {
        return archive.readNull(reader, computed, threads, progress);
    }

    /**
     * Finds the seqlets with a q-value of at most the threshold.
     *
     * @param read the scores
     * @param shuffled the scores of shuffled sequences
     * @param bases the base scores of the latter
     */
    <T> Found find(BaseScores read, Optional<ScoreArchive.Null<T>> shuffled, Function<T, BaseScores> bases) {
        Optional<BaseScores> chance = shuffled.map(given -> bases.apply(given.scores()));
        chance.ifPresent(maps -> archive.requireFit(maps, read));
        double offset = chance.map(maps -> SeqletSearch.offsetOfNull(maps.maps()))
                .orElseGet(() -> SeqletSearch.offsetOfMaps(read.maps()));
        SeqletSearch search = new SeqletSearch(new SpanFinder(minimum, maximum, offset));
        ComparedSpans spans = chance.isPresent()
                ? search.against(read.maps(), chance.get().maps())
                : search.againstOtherSign(bothSigns(read));
        String source = shuffled.map(given ->
                        given.provenance(bases.apply(given.scores()).maps().size()))
                .orElse("null: the stretches of the other sign in the same scores");
        return new Found(spans, spans.accepted(threshold), List.of(source, "offset: " + (float) offset + " per base"));
    }

    /** The numbers of seqlets, for a note. */
    String summary(Found found, BaseScores read) {
        long positive = found.seqlets().stream()
                .filter(seqlet -> seqlet.span().isPositive())
                .count();
        return String.format(
                Locale.ROOT,
                "%,d seqlets at q <= %s in %,d sequences: %,d positive, %,d negative",
                found.seqlets().size(),
                threshold,
                read.maps().size(),
                positive,
                found.seqlets().size() - positive);
    }

    /** The maps, for the null of the other sign. */
    private List<float[]> bothSigns(BaseScores read) {
        for (float[] map : read.maps()) {
            for (float score : map) {
                if (score < 0) {
                    return read.maps();
                }
            }
        }
        throw new UserException("no base score is negative, so the other sign says nothing about chance")
                .in(archive.file())
                .remedy("give the scores of shuffled sequences (--null)");
    }
}
