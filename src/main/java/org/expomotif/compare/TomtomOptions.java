package org.expomotif.compare;

import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.motif.Background;

/**
 * Choices of a comparison.
 *
 * @param distance the column score
 * @param complete whether query columns outside the overlap count, as the median of their scores
 * @param bothStrands whether targets are also compared reverse complemented
 * @param minOverlap columns that must be aligned; fewer where a motif is narrower
 * @param internal whether the shorter motif must lie within the longer
 * @param pseudocount added to every column in all, split by the background
 * @param background replaces the letter frequencies in the header of the query file
 * @param bins steps of the integer scale of column scores; Tomtom's is 100
 * @param tomtomScale whether all p-values are 1 where the scores spread over more units than there are bins, as Tomtom
 *     has it, instead of taking wider bins
 * @param exact whether scores are not binned at all, which only small problems bear
 */
public record TomtomOptions(
        ColumnDistance distance,
        boolean complete,
        boolean bothStrands,
        int minOverlap,
        boolean internal,
        double pseudocount,
        Optional<Background> background,
        int bins,
        boolean tomtomScale,
        boolean exact) {
    /** Bins of Tomtom. */
    public static final int TOMTOM_BINS = 100;

    /** The greatest number of bins. */
    public static final int MOST_BINS = 10_000;

    /** Euclidean distance, complete scores, both strands, any overlap, pseudocount 0.1. */
    public static final TomtomOptions DEFAULT = new TomtomOptions(
            ColumnDistance.ED, true, true, 1, false, 0.1, Optional.empty(), TOMTOM_BINS, false, false);

    /** Refuses numbers that have no meaning. */
    public TomtomOptions {
        if (minOverlap < 1) {
            throw new IllegalArgumentException("minimal overlap below 1: " + minOverlap);
        }
        if (!(pseudocount >= 0) || Double.isInfinite(pseudocount)) {
            throw new IllegalArgumentException("not a pseudocount: " + pseudocount);
        }
        if (bins < 2 || bins > MOST_BINS) {
            throw new IllegalArgumentException("not a number of bins: " + bins);
        }
    }

    /** The same with another column score. */
    public TomtomOptions with(ColumnDistance other) {
        return changed(choices -> choices.distance = other);
    }

    /** The same with complete or incomplete scores. */
    public TomtomOptions withComplete(boolean whole) {
        return changed(choices -> choices.complete = whole);
    }

    /** The same for one strand or both. */
    public TomtomOptions withBothStrands(boolean both) {
        return changed(choices -> choices.bothStrands = both);
    }

    /** The same with another pseudocount. */
    public TomtomOptions withPseudocount(double count) {
        return changed(choices -> choices.pseudocount = count);
    }

    /** The same with restricted alignments. */
    public TomtomOptions withAlignment(int overlap, boolean inside) {
        return changed(choices -> {
            choices.minOverlap = overlap;
            choices.internal = inside;
        });
    }

    /** The same with another background. */
    public TomtomOptions withBackground(Background other) {
        return changed(choices -> choices.background = Optional.of(other));
    }

    /** The same on another scale. */
    public TomtomOptions withScale(int count, boolean asTomtom) {
        return changed(choices -> {
            choices.bins = count;
            choices.tomtomScale = asTomtom;
        });
    }

    /** The same with or without bins. */
    public TomtomOptions withExact(boolean whole) {
        return changed(choices -> choices.exact = whole);
    }

    private TomtomOptions changed(Consumer<Choices> change) {
        Choices choices = new Choices(this);
        change.accept(choices);
        return new TomtomOptions(
                choices.distance,
                choices.complete,
                choices.bothStrands,
                choices.minOverlap,
                choices.internal,
                choices.pseudocount,
                choices.background,
                choices.bins,
                choices.tomtomScale,
                choices.exact);
    }

    /** The choices while some of them are changed. */
    private static final class Choices {
        private ColumnDistance distance;
        private boolean complete;
        private boolean bothStrands;
        private int minOverlap;
        private boolean internal;
        private double pseudocount;
        private Optional<Background> background;
        private int bins;
        private boolean tomtomScale;
        private boolean exact;

        Choices(TomtomOptions from) {
            distance = from.distance;
            complete = from.complete;
            bothStrands = from.bothStrands;
            minOverlap = from.minOverlap;
            internal = from.internal;
            pseudocount = from.pseudocount;
            background = from.background;
            bins = from.bins;
            tomtomScale = from.tomtomScale;
            exact = from.exact;
        }
    }
}
