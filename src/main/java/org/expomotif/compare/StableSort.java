package org.expomotif.compare;

import java.util.Arrays;

/** Sorts indices by keys, equals keeping their order: a radix sort, eleven bits at a time. */
final class StableSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private StableSort() {}

    /**
     * The indices in the order of their keys.
     *
     * @param indices in the order that equals keep; not changed
     * @param keys one an index, not negative
     */
    static int[] byKeys(int[] indices, long[] keys) {
        int n = indices.length;
        long differing = 0;
        for (int i = 0; i < n; i++) {
            differing |= keys[i] ^ keys[0];
        }
        int[] from = indices.clone();
        int[] to = new int[n];
        int[] starts = new int[BUCKETS + 1];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            if ((differing >>> shift & BUCKETS - 1) == 0) {
                continue;
            }
            Arrays.fill(starts, 0);
            for (int i = 0; i < n; i++) {
                starts[(int) (keys[i] >>> shift & BUCKETS - 1) + 1]++;
            }
            for (int b = 0; b < BUCKETS; b++) {
                starts[b + 1] += starts[b];
            }
            for (int i = 0; i < n; i++) {
                to[starts[(int) (keys[from[i]] >>> shift & BUCKETS - 1)]++] = from[i];
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }
}
