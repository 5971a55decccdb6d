package org.expomotif.scan.kernel;

import java.util.Arrays;

/** Collects the hits of one slice strand by strand, for backends that find those of many matrices at once. */
final class StrandHits {
    private final int[][] hits;
    private final int[] sizes;
    private int[] scratch = new int[0];

    /** Creates an empty collection for strands with the indexes 0 .. {@code strands - 1}. */
    StrandHits(int strands) {
        hits = new int[strands][16];
        sizes = new int[strands];
    }

    /** Number of strands. */
    int strands() {
        return sizes.length;
    }

    /** A working array of at least {@code size} numbers. */
    int[] scratch(int size) {
        if (scratch.length < size) {
            scratch = new int[size];
        }
        return scratch;
    }

    /** Adds a hit; those of one strand come by ascending start. */
    void add(int strand, int start, int sum) {
        int size = sizes[strand];
        int[] known = hits[strand];
        if (size == known.length) {
            known = Arrays.copyOf(known, 2 * size);
            hits[strand] = known;
        }
        known[size] = start;
        known[size + 1] = sum;
        sizes[strand] = size + 2;
    }

    /**
     * Returns the hits by matrix, then by position, plus before minus, and clears the collection.
     *
     * @param matrices number of matrices; matrix {@code m} has the strands {@code 2 m} (plus) and {@code 2 m + 1}
     * @param buffer empty buffer to use meanwhile
     */
    SliceHits take(int matrices, HitBuffer buffer) {
        int[] ends = new int[matrices];
        for (int m = 0; m < matrices; m++) {
            int[] plus = hits[2 * m];
            int[] minus = hits[2 * m + 1];
            int onMinus = 0;
            for (int onPlus = 0; onPlus < sizes[2 * m]; onPlus += 2) {
                for (; onMinus < sizes[2 * m + 1] && minus[onMinus] < plus[onPlus]; onMinus += 2) {
                    buffer.add(minus[onMinus], true, minus[onMinus + 1]);
                }
                buffer.add(plus[onPlus], false, plus[onPlus + 1]);
            }
            for (; onMinus < sizes[2 * m + 1]; onMinus += 2) {
                buffer.add(minus[onMinus], true, minus[onMinus + 1]);
            }
            ends[m] = buffer.size();
        }
        Arrays.fill(sizes, 0);
        return buffer.take(ends);
    }
}
