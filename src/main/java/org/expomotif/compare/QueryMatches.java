package org.expomotif.compare;

import java.util.List;

/**
 * What one query matches.
 *
 * @param query id of the query
 * @param matches its matches, best first; may be empty
 */
public record QueryMatches(String query, List<MotifMatch> matches) {
    /** Keeps its own copy of the list. */
    public QueryMatches {
        matches = List.copyOf(matches);
    }
}
