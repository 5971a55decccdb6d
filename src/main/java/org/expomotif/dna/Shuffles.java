package org.expomotif.dna;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Random sequences with the composition of a given sequence. Unknown bases keep their positions. */
public final class Shuffles {
    private Shuffles() {}

    /**
     * A uniform random permutation of the known bases (Fisher and Yates).
     *
     * @param codes codes of {@link Nucleotide}
     * @return a new array with the same number of each base
     */
    public static byte[] bases(byte[] codes, RandomGenerator random) {
        byte[] known = new byte[codes.length];
        int n = 0;
        for (byte code : codes) {
            if (code != Nucleotide.UNKNOWN) {
                known[n++] = code;
            }
        }
        permute(known, 0, n, random);
        byte[] shuffled = codes.clone();
        int next = 0;
        for (int i = 0; i < shuffled.length; i++) {
            if (shuffled[i] != Nucleotide.UNKNOWN) {
                shuffled[i] = known[next++];
            }
        }
        return shuffled;
    }

    /**
     * A uniform draw from all sequences that have the same dinucleotide counts, the same first base and the same last
     * base as the given sequence. Each run of known bases between unknown ones is shuffled separately.
     *
     * <p>A run is a walk over the four bases that uses each of its dinucleotides once. In such a walk, the edges by
     * which it leaves each other base for the last time form a tree that leads to the last base; conversely, a tree and
     * an order of the remaining edges determine one walk (Kandel, Matias, Unger and Winkler, 1996). A uniform tree,
     * drawn by Wilson's loop-erased random walk (1996), and a uniform order of the other edges therefore give a uniform
     * walk.
     *
     * @param codes codes of {@link Nucleotide}
     * @return a new array
     */
    public static byte[] dinucleotides(byte[] codes, RandomGenerator random) {
        byte[] shuffled = codes.clone();
        int start = 0;
        while (start < codes.length) {
            int end = start;
            while (end < codes.length && codes[end] != Nucleotide.UNKNOWN) {
                end++;
            }
            if (end - start > 3) {
                shuffleRun(shuffled, start, end, random);
            }
            start = end + 1;
        }
        return shuffled;
    }

    private static void shuffleRun(byte[] codes, int start, int end, RandomGenerator random) {
        byte[][] successors = successors(codes, start, end);
        int last = codes[end - 1];
        int[] lastExit = tree(successors, last, random);
        for (int base = 0; base < 4; base++) {
            byte[] exits = successors[base];
            int free = exits.length;
            if (base != last && free > 0) {
                free--;
                byte exit = exits[lastExit[base]];
                exits[lastExit[base]] = exits[free];
                exits[free] = exit;
            }
            permute(exits, 0, free, random);
        }
        int[] used = new int[4];
        int base = codes[start];
        for (int i = start + 1; i < end; i++) {
            base = successors[base][used[base]++];
            codes[i] = (byte) base;
        }
    }

    /** The bases that follow each base, in sequence order. */
    private static byte[][] successors(byte[] codes, int start, int end) {
        int[] counts = new int[4];
        for (int i = start; i < end - 1; i++) {
            counts[codes[i]]++;
        }
        byte[][] successors = new byte[4][];
        for (int base = 0; base < 4; base++) {
            successors[base] = new byte[counts[base]];
        }
        Arrays.fill(counts, 0);
        for (int i = start; i < end - 1; i++) {
            successors[codes[i]][counts[codes[i]]++] = codes[i + 1];
        }
        return successors;
    }

    /** For each base, the index of its exit in a uniform random tree towards {@code root} (Wilson's algorithm). */
    private static int[] tree(byte[][] successors, int root, RandomGenerator random) {
        int[] exit = new int[4];
        boolean[] inTree = new boolean[4];
        inTree[root] = true;
        for (int from = 0; from < 4; from++) {
            if (successors[from].length == 0) {
                continue;
            }
            int base = from;
            while (!inTree[base]) {
                exit[base] = random.nextInt(successors[base].length);
                base = successors[base][exit[base]];
            }
            base = from;
            while (!inTree[base]) {
                inTree[base] = true;
                base = successors[base][exit[base]];
            }
        }
        return exit;
    }

    private static void permute(byte[] values, int start, int end, RandomGenerator random) {
        for (int i = end - 1; i > start; i--) {
            int j = start + random.nextInt(i - start + 1);
            byte value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}
