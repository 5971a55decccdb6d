package org.expomotif.scan;

import java.util.Arrays;

/**
 * Hits being found in one slice, in the order they are added: first base, strand and sum. Used again for the next
 * slice.
 */
final class HitBuffer {
    private int[] positions = new int[1024];
    private int[] sums = new int[1024];
    private int[] scratch = new int[0];
    private int size;

    /**
     * Adds a hit.
     *
     * @param position index of the window's first base in the slice
     * @param minus whether it lies on the minus strand
     * @param sum the window's sum of cells, 0 or more
     */
    void add(int position, boolean minus, int sum) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
        }
        positions[size] = position;
        sums[size++] = minus ? ~sum : sum;
    }

    /** Number of hits. */
    int size() {
        return size;
    }

    /** Room for a note on every window, overwritten by every matrix. */
    int[] scratch(int windows) {
        if (scratch.length < windows) {
            scratch = new int[windows];
        }
        return scratch;
    }

    /**
     * Takes the hits out.
     *
     * @param ends how many hits there were after each matrix
     */
    SliceHits take(int[] ends) {
        SliceHits hits = new SliceHits(Arrays.copyOf(positions, size), Arrays.copyOf(sums, size), ends);
        size = 0;
        return hits;
    }
}
