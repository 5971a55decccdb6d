package org.expomotif.scan.kernel;

import java.util.Random;

/**
 * A fast test of every window of a slice that finds candidates and never excludes a hit. The <em>loss</em> of a window
 * at a position is the cell of the best base minus the cell of its own base; a window is a hit when its total loss is
 * at most {@code T = bestSum - minimumSum}. The losses of a few neighbouring positions are summed, multiplied by
 * {@code 120 / T} and rounded down to a byte, at most 127. A window whose bytes sum to at most 120 (sums saturate at
 * 127) is a candidate. Because {@code sum floor(120 l / T) <= floor(120 sum l / T)}, every hit is a candidate.
 *
 * <p>Each implementation writes out its loop with its own vector shape. The compiler makes vector instructions only of
 * a shape that is a constant of the class: one loop for all of them, with the shape as parameter, took 1.5 ns instead
 * of 0.11 ns per window on a processor with AVX-512 VBMI, and 20 ns until it was compiled.
 */
public interface Prefilter {
    /** Maximum sum of the bytes of a candidate. */
    byte LIMIT = 120;

    /** The byte of a loss that excludes a window. */
    byte EXCLUDED = 127;

    /** Maximum number of rounds of {@link #warmUp()}, after which the loop is assumed to be compiled. */
    int WARM_ROUNDS = 1000;

    /**
     * Maximum time of a round of {@link #warmUp()} in compiled code. Compiled rounds can take a tenth of it, rounds
     * before compilation hundreds of times as long.
     */
    long WARM_NANOSECONDS = 20_000;

    /** Number of neighbouring bases per table look-up. */
    int bases();

    /** The codes to look up, of {@link #bases()} bases each. */
    byte[] codes(SliceCodes slice);

    /**
     * Finds the candidates among the windows that start at 0 .. {@code windows - 1}.
     *
     * @param codes result of {@link #codes}, longer than {@code windows} and the matrix together by at least
     *     {@link SliceCodes#BLOCK}
     * @param tables the tables of a matrix for groups of {@link #bases()} positions
     * @param found receives the {@link Candidates}, ascending; at least as long as {@code windows}
     * @return the number of candidates
     */
    int find(byte[] codes, PrefilterTables tables, int windows, int[] found);

    /**
     * Tests random windows, with a few candidates among them, until the loop is compiled. Vector operations that are
     * not compiled are hundreds of times slower.
     */
    default void warmUp() {
        Random random = new Random(1);
        int windows = 2 * SliceCodes.BLOCK;
        int groups = 3;
        byte[] codes = new byte[windows + groups * bases() + SliceCodes.BLOCK];
        byte[] plus = new byte[groups << 2 * bases()];
        byte[] minus = new byte[plus.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) random.nextInt(1 << 2 * bases());
        }
        for (int i = 0; i < plus.length; i++) {
            plus[i] = (byte) random.nextInt(EXCLUDED);
            minus[i] = (byte) random.nextInt(EXCLUDED);
        }
        PrefilterTables tables = new PrefilterTables(groups, plus, minus);
        int[] found = new int[windows];
        int fastRounds = 0;
        for (int round = 0; round < WARM_ROUNDS && fastRounds < 3; round++) {
            long start = System.nanoTime();
            find(codes, tables, windows, found);
            fastRounds = System.nanoTime() - start < WARM_NANOSECONDS ? fastRounds + 1 : 0;
        }
    }
}
