package org.expomotif.scan;

import java.util.Random;

/**
 * A quick look at every window of a slice that never passes over a hit. A window <em>loses</em> at each position what
 * its base has less than the best one, and it is a hit when all it loses is at most {@code T = bestSum - leastSum}.
 * Losses of a few neighbouring positions are added up, multiplied by {@code 120 / T} and rounded down to a byte, 127 at
 * most; a window whose bytes sum to at most 120 (the sum held at 127) is a candidate: {@code sum floor(120 l / T) <=
 * floor(120 sum l / T)}, so every hit is one.
 */
interface CandidateFilter {
    /** Greatest sum of a candidate. */
    byte LIMIT = 120;

    /** More than any candidate has. */
    byte TOO_MUCH = 127;

    /** After so many rounds a loop counts as compiled. */
    int WARM_ROUNDS = 1000;

    /**
     * What a round of {@link #warmUp()} takes at most when compiled: a tenth at best, hundreds of times more before.
     */
    long WARM_NANOSECONDS = 20_000;

    /** How many neighbouring bases one look covers. */
    int bases();

    /** The codes that are looked up, of so many bases each. */
    byte[] codes(SliceCodes slice);

    /**
     * Finds the candidates among the windows that start at 0 .. {@code windows - 1}.
     *
     * @param codes what {@link #codes} gives; at least {@link SliceCodes#BLOCK} longer than {@code windows} and the
     *     matrix
     * @param plus for every group of positions a table of the byte of each code
     * @param minus the same of the other strand
     * @param groups number of groups
     * @param found receives {@code 4 start + 2 (on minus) + (on plus)}, ascending; as long as {@code windows} at least
     * @return how many were found
     */
    int find(byte[] codes, byte[] plus, byte[] minus, int groups, int windows, int[] found);

    /**
     * Looks at a few made-up windows, now and then a candidate among them, until the loop is compiled: vectors that are
     * not are hundreds of times slower.
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
            plus[i] = (byte) random.nextInt(TOO_MUCH);
            minus[i] = (byte) random.nextInt(TOO_MUCH);
        }
        int[] found = new int[windows];
        int quick = 0;
        for (int round = 0; round < WARM_ROUNDS && quick < 3; round++) {
            long start = System.nanoTime();
            find(codes, plus, minus, groups, windows, found);
            quick = System.nanoTime() - start < WARM_NANOSECONDS ? quick + 1 : 0;
        }
    }

    /** The tables of one strand, one after the other. */
    static byte[] tables(StrandMatrix strand, int bases) {
        IntegerMatrix matrix = strand.matrix();
        int size = 1 << 2 * bases;
        int groups = (matrix.width() + bases - 1) / bases;
        long allowed = (long) matrix.bestSum() - strand.leastSum();
        byte[] tables = new byte[groups * size];
        for (int group = 0; group < groups; group++) {
            for (int code = 0; code < size; code++) {
                long loss = 0;
                for (int b = 0; b < bases; b++) {
                    int position = group * bases + b;
                    if (position < matrix.width()) {
                        loss += matrix.best(position) - matrix.cell(position, code >> 2 * (bases - 1 - b) & 3);
                    }
                }
                tables[group * size + code] = scaled(loss, allowed);
            }
        }
        return tables;
    }

    private static byte scaled(long loss, long allowed) {
        if (loss > allowed) {
            return TOO_MUCH;
        }
        return allowed == 0 ? 0 : (byte) (LIMIT * loss / allowed);
    }
}
