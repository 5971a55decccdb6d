package org.expomotif.scan.kernel;

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
}
