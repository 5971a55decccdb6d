package org.expomotif.scan;

/**
 * The hits of one slice, matrix after matrix, each by position, plus before minus.
 *
 * @param positions index of each window's first base in the slice
 * @param sums each window's sum, its complement {@code ~sum} on the minus strand
 * @param ends how many hits there are up to and with each matrix
 */
record SliceHits(int[] positions, int[] sums, int[] ends) {
    /** Number of the first hit of a matrix. */
    int from(int matrix) {
        return matrix == 0 ? 0 : ends[matrix - 1];
    }

    /** The number after the last hit of a matrix. */
    int to(int matrix) {
        return ends[matrix];
    }

    /** Number of hits. */
    int size() {
        return positions.length;
    }

    /** Whether a hit lies on the minus strand. */
    boolean minus(int hit) {
        return sums[hit] < 0;
    }

    /** The sum of a hit. */
    int sum(int hit) {
        int sum = sums[hit];
        return sum < 0 ? ~sum : sum;
    }
}
