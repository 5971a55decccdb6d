package org.expomotif.scan.kernel;

import java.util.Arrays;

/**
 * The hits of one slice by matrix, then by position, plus before minus.
 *
 * @param positions index in the slice of the first base of each hit
 * @param sums sum of each hit; its bitwise complement {@code ~sum} on the minus strand
 * @param ends number of hits up to and including each matrix
 */
public record SliceHits(int[] positions, int[] sums, int[] ends) {
    /** Index of the first hit of a matrix. */
    public int from(int matrix) {
        return matrix == 0 ? 0 : ends[matrix - 1];
    }

    /** Index after the last hit of a matrix. */
    public int to(int matrix) {
        return ends[matrix];
    }

    /** Number of hits. */
    public int size() {
        return positions.length;
    }

    /** Whether a hit is on the minus strand. */
    public boolean minus(int hit) {
        return sums[hit] < 0;
    }

    /** The sum of a hit. */
    public int sum(int hit) {
        int sum = sums[hit];
        return sum < 0 ? ~sum : sum;
    }

    /** The index of the matrix of every hit. */
    public int[] matrices() {
        int[] matrices = new int[size()];
        for (int m = 0; m < ends.length; m++) {
            Arrays.fill(matrices, from(m), to(m), m);
        }
        return matrices;
    }

    /** The indexes of all hits by position, then by matrix, plus before minus. */
    public int[] byPosition() {
        long[] order = new long[size()];
        for (int hit = 0; hit < order.length; hit++) {
            order[hit] = (long) positions[hit] << 32 | hit;
        }
        Arrays.sort(order);
        int[] hits = new int[order.length];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = (int) order[i];
        }
        return hits;
    }
}
