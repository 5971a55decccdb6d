package org.expomotif.dataset.build;

import org.expomotif.dataset.composition.CompositionCounts;

/**
 * The GC content and repeat fraction of the windows of one split or fold.
 *
 * @param split its name
 * @param positives the positives
 * @param candidates all windows of the genome that could have been drawn as negatives
 * @param genome those that were drawn
 * @param given the given negatives
 */
public record SplitComposition(
        String split,
        CompositionCounts positives,
        CompositionCounts candidates,
        CompositionCounts genome,
        CompositionCounts given) {
    /** A split without windows. */
    static SplitComposition empty(String split) {
        return new SplitComposition(
                split,
                new CompositionCounts(),
                new CompositionCounts(),
                new CompositionCounts(),
                new CompositionCounts());
    }

    /** The windows of a kind. */
    CompositionCounts of(Region.Source source) {
        return switch (source) {
            case POSITIVE -> positives;
            case GIVEN -> given;
            case GENOME -> genome;
        };
    }
}
