package org.expomotif.scan.kernel;

import java.util.Arrays;

/**
 * Collects the hits of one slice in the order they are added, each with first base, strand and sum. Reused for the next
 * slice.
 */
public final class HitBuffer {
    private int[] positions = new int[1024];
    private int[] sums = new int[1024];
    private int[] scratch = new int[0];
    private int size;
    private StrandHits strandHits = new StrandHits(0);

    /**
     * Adds a hit.
     *
     * @param position index of the window's first base in the slice
     * @param minus whether the hit is on the minus strand
     * @param sum sum of the cells of the window, 0 or more
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
    public int size() {
        return size;
    }

    /** A working array with one entry per window; every matrix overwrites it. */
    int[] scratch(int windows) {
        if (scratch.length < windows) {
            scratch = new int[windows];
        }
        return scratch;
    }

    /** An empty collection of hits by strand, to be reused. */
    StrandHits strandHits(int strands) {
        if (strandHits.strands() != strands) {
            strandHits = new StrandHits(strands);
        }
        return strandHits;
    }

    /**
     * Returns the hits and clears the buffer.
     *
     * @param ends number of hits after each matrix
     */
    public SliceHits take(int[] ends) {
        SliceHits hits = new SliceHits(Arrays.copyOf(positions, size), Arrays.copyOf(sums, size), ends);
        size = 0;
        return hits;
    }
}
