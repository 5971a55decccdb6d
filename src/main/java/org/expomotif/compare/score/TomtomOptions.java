package org.expomotif.compare.score;

import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.motif.Background;

/**
 * The options of a comparison.
 *
 * @param distance the column score
 * @param complete whether query columns outside the overlap contribute the median of their scores
 * @param bothStrands whether the reverse complements of targets are compared too
 * @param minOverlap minimum number of aligned columns; fewer where a motif is narrower
 * @param internal whether the shorter motif must lie within the longer
 * @param pseudocount total added to every column, distributed by the background
 * @param background letter frequencies that replace those of the query file
 * @param bins number of steps of the integer scale of column scores; 100 in Tomtom
 * @param tomtomScale whether all p-values are 1 where the scores span more units than there are bins, as in Tomtom,
 *     instead of using wider bins
 * @param exact whether scores are not binned, which is feasible for small problems only
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
    /** Number of bins in Tomtom. */
    public static final int TOMTOM_BINS = 100;

    /** Maximum number of bins. */
    public static final int MAX_BINS = 10_000;

    /** Euclidean distance, complete scores, both strands, any overlap, pseudocount 0.1. */
    public static final TomtomOptions DEFAULT = new TomtomOptions(
            ColumnDistance.ED, true, true, 1, false, 0.1, Optional.empty(), TOMTOM_BINS, false, false);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public TomtomOptions {
        if (minOverlap < 1) {
            throw new IllegalArgumentException("the minimum overlap is below 1: " + minOverlap);
        }
        if (!(pseudocount >= 0) || Double.isInfinite(pseudocount)) {
            throw new IllegalArgumentException("the pseudocount is not a number of 0 or more: " + pseudocount);
        }
        if (bins < 2 || bins > MAX_BINS) {
            throw new IllegalArgumentException("the number of bins is not from 2 to " + MAX_BINS + ": " + bins);
        }
    }

    /** Returns these options with another column score. */
    public TomtomOptions with(ColumnDistance other) {
        return changed(choices -> choices.distance = other);
    }

    /** Returns these options with complete or incomplete scores. */
    public TomtomOptions withComplete(boolean whole) {
        return changed(choices -> choices.complete = whole);
    }

    /** Returns these options for one strand or both. */
    public TomtomOptions withBothStrands(boolean both) {
        return changed(choices -> choices.bothStrands = both);
    }

    /** Returns these options with another pseudocount. */
    public TomtomOptions withPseudocount(double count) {
        return changed(choices -> choices.pseudocount = count);
    }

    /** Returns these options with other restrictions of alignments. */
    public TomtomOptions withAlignment(int overlap, boolean inside) {
        return changed(choices -> {
            choices.minOverlap = overlap;
            choices.internal = inside;
        });
    }

    /** Returns these options with another background. */
    public TomtomOptions withBackground(Background other) {
        return changed(choices -> choices.background = Optional.of(other));
    }

    /** Returns these options with another scale. */
    public TomtomOptions withScale(int count, boolean asTomtom) {
        return changed(choices -> {
            choices.bins = count;
            choices.tomtomScale = asTomtom;
        });
    }

    /** Returns these options with or without bins. */
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

    /** A mutable copy of the options. */
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
