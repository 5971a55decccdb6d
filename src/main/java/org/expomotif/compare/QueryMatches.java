package org.expomotif.compare;

import java.util.List;

/**
 * What one query matches.
 *
 * @param query id of the query
 * @param matches its matches, best first; may be empty
 * @param overflown whether its scores spread over more units than there are bins, where Tomtom's scale breaks down
 */
public record QueryMatches(String query, List<MotifMatch> matches, boolean overflown) {
    /** Keeps its own copy of the list. */
    public QueryMatches {
        matches = List.copyOf(matches);
    }

    /** Matches of a query whose scores fit the scale. */
    public QueryMatches(String query, List<MotifMatch> matches) {
        this(query, matches, false);
    }
}
