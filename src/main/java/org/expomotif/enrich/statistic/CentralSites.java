package org.expomotif.enrich.statistic;

import java.util.Map;
import java.util.TreeMap;

/**
 * The positions of the best site of each sequence. The middle of the window from base s on, of width w, is at {@code 2
 * s + w - 1}; the sequence has its middle at {@code length - 1}. A sequence whose best score occurs at u places gives
 * each of them a weight of 1/u.
 */
public final class CentralSites {
    private final int length;
    /** Per number of equally good places, how often each position is one of them. */
    private final Map<Integer, int[]> counts = new TreeMap<>();

    private int sequences;

    /** Creates an empty sum for sequences of a length. */
    public CentralSites(int length) {
        this.length = length;
    }

    /** Adds the sites of one sequence: the positions {@code from .. to - 1} of an array. */
    public void add(int[] positions, int from, int to) {
        int[] row = counts.computeIfAbsent(to - from, u -> new int[2 * length - 1]);
        for (int i = from; i < to; i++) {
            row[positions[i]]++;
        }
        sequences++;
    }

    /** Number of sequences with a site. */
    public int sequences() {
        return sequences;
    }

    /** The summed weights, one per position 0 .. 2 length - 2. */
    public double[] weights() {
        double[] weights = new double[2 * length - 1];
        counts.forEach((places, row) -> {
            for (int i = 0; i < row.length; i++) {
                weights[i] += (double) row[i] / places;
            }
        });
        return weights;
    }
}
