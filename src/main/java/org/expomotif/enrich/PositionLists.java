package org.expomotif.enrich;

import java.util.Arrays;
import org.expomotif.enrich.statistic.CentralSites;

/** Positions of the best sites of consecutive sequences, several for a sequence with several equally good sites. */
final class PositionLists {
    private int[] positions = new int[16];
    private int[] ends = new int[16];
    private int count;
    private int sequences;

    /** Adds a position of the current sequence. */
    void add(int position) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, 2 * count);
        }
        positions[count++] = position;
    }

    /** Ends the current sequence. */
    void endSequence() {
        if (sequences == ends.length) {
            ends = Arrays.copyOf(ends, 2 * sequences);
        }
        ends[sequences++] = count;
    }

    /** Adds all sequences to a sum. */
    void addTo(CentralSites sites) {
        int from = 0;
        for (int s = 0; s < sequences; s++) {
            sites.add(positions, from, ends[s]);
            from = ends[s];
        }
    }
}
