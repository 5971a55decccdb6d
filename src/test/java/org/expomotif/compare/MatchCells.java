package org.expomotif.compare;

import java.util.List;
import java.util.function.DoubleFunction;

/** A match as the cells of a row of Tomtom's table. */
final class MatchCells {
    private MatchCells() {}

    /**
     * The ten cells.
     *
     * @param digits how p, E and q are printed
     */
    static List<String> of(MotifMatch match, DoubleFunction<String> digits) {
        return List.of(
                match.query(),
                match.target(),
                String.valueOf(match.offset()),
                digits.apply(match.pValue()),
                digits.apply(match.eValue()),
                digits.apply(match.qValue()),
                String.valueOf(match.overlap()),
                match.queryConsensus(),
                match.targetConsensus(),
                String.valueOf(match.orientation()));
    }
}
