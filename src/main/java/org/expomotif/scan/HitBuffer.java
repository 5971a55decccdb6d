package org.expomotif.scan;

import java.util.Arrays;

/** Hits of one matrix in one slice, in the order they were added: first base, strand and sum. */
public final class HitBuffer {
    private int[] positions = new int[64];
    private int[] sums = new int[64];
    private int size;

    /**
     * Adds a hit.
     *
     * @param position index of the window's first base in the slice
     * @param minus whether it lies on the minus strand
     * @param sum the window's sum of cells, 0 or more
     */
    public void add(int position, boolean minus, int sum) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
        }
        positions[size] = position;
        sums[size++] = minus ? ~sum : sum;
    }

    /** Number of hits. */
    public int size() {
        return size;
    }

    /** First base of a hit in the slice. */
    public int position(int hit) {
        return positions[hit];
    }

    /** Whether a hit lies on the minus strand. */
    public boolean minus(int hit) {
        return sums[hit] < 0;
    }

    /** The sum of a hit. */
    public int sum(int hit) {
        int sum = sums[hit];
        return sum < 0 ? ~sum : sum;
    }
}
