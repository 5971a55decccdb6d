package org.expomotif.compare;

import java.util.List;

/**
 * The matches of one query.
 *
 * @param query identifier of the query
 * @param matches best first; may be empty
 * @param scaleExceeded whether the column scores span more units than there are bins, so that Tomtom's scale fails
 */
public record QueryMatches(String query, List<MotifMatch> matches, boolean scaleExceeded) {
    /** Copies the list. */
    public QueryMatches {
        matches = List.copyOf(matches);
    }

    /** The matches of a query whose column scores fit the scale. */
    public QueryMatches(String query, List<MotifMatch> matches) {
        this(query, matches, false);
    }
}
