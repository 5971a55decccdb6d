package org.expomotif.compare;

import java.util.Optional;
import org.expomotif.motif.Background;

/**
 * Choices of a comparison.
 *
 * @param distance the column score
 * @param bothStrands whether targets are also compared reverse complemented
 * @param minOverlap columns that must be aligned; fewer where a motif is narrower
 * @param internal whether the shorter motif must lie within the longer
 * @param pseudocount added to every column in all, split by the background
 * @param background replaces the letter frequencies in the header of the query file
 */
public record TomtomOptions(
        ColumnDistance distance,
        boolean bothStrands,
        int minOverlap,
        boolean internal,
        double pseudocount,
        Optional<Background> background) {
    /** Euclidean distance, both strands, any overlap, pseudocount 0.1. */
    public static final TomtomOptions DEFAULT =
            new TomtomOptions(ColumnDistance.ED, true, 1, false, 0.1, Optional.empty());

    /** Refuses numbers that have no meaning. */
    public TomtomOptions {
        if (minOverlap < 1) {
            throw new IllegalArgumentException("minimal overlap below 1: " + minOverlap);
        }
        if (!(pseudocount >= 0) || Double.isInfinite(pseudocount)) {
            throw new IllegalArgumentException("not a pseudocount: " + pseudocount);
        }
    }

    /** The same with another column score. */
    public TomtomOptions with(ColumnDistance other) {
        return new TomtomOptions(other, bothStrands, minOverlap, internal, pseudocount, background);
    }

    /** The same for one strand or both. */
    public TomtomOptions withBothStrands(boolean both) {
        return new TomtomOptions(distance, both, minOverlap, internal, pseudocount, background);
    }

    /** The same with another pseudocount. */
    public TomtomOptions withPseudocount(double count) {
        return new TomtomOptions(distance, bothStrands, minOverlap, internal, count, background);
    }

    /** The same with restricted alignments. */
    public TomtomOptions withAlignment(int overlap, boolean inside) {
        return new TomtomOptions(distance, bothStrands, overlap, inside, pseudocount, background);
    }
}
