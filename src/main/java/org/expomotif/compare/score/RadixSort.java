package org.expomotif.compare.score;

import java.util.Arrays;

/** A stable radix sort of indices by keys, eleven bits at a time. */
public final class RadixSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private RadixSort() {}

    /**
     * Returns the indices in the order of their keys.
     *
     * @param indices the indices, in the order that ties keep; not modified
     * @param keys one per index, not negative
     */
    public static int[] byKeys(int[] indices, long[] keys) {
        int n = indices.length;
        long differing = differing(keys, n);
        int[] from = indices.clone();
        int[] to = new int[n];
        int[] starts = new int[BUCKETS + 1];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            if ((differing >>> shift & BUCKETS - 1) == 0) {
                continue;
            }
            start(keys, n, shift, starts);
            put(from, keys, shift, starts, to);
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** The bits in which keys differ. */
    private static long differing(long[] keys, int n) {
        long differing = 0;
        for (int i = 0; i < n; i++) {
            differing |= keys[i] ^ keys[0];
        }
        return differing;
    }

    /** Computes the start of each bucket. */
    private static void start(long[] keys, int n, int shift, int[] starts) {
        Arrays.fill(starts, 0);
        for (int i = 0; i < n; i++) {
            starts[(int) (keys[i] >>> shift & BUCKETS - 1) + 1]++;
        }
        for (int b = 0; b < BUCKETS; b++) {
            starts[b + 1] += starts[b];
        }
    }

    private static void put(int[] from, long[] keys, int shift, int[] starts, int[] to) {
        for (int index : from) {
            to[starts[(int) (keys[index] >>> shift & BUCKETS - 1)]++] = index;
        }
    }
}
