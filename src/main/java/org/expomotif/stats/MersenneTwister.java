package org.expomotif.stats;

/**
 * The random number generator MT19937 of 1998 (Matsumoto and Nishimura, doi:10.1145/272991.272995) with the seeding of
 * its first version: word j+1 of the state is 69069 times word j. Tomtom's bootstrap draws from it.
 *
 * <p>The whole state is renewed at once, by loops that the compiler vectorizes: word j of the new state depends on
 * words j, j+1 and j+397 of the old state, or on word j-227 of the new state.
 */
public final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int LAG = SIZE - MIDDLE;
    private static final int DEFAULT_SEED = 4357;

    private int[] state = new int[SIZE];
    private int[] spare = new int[SIZE];
    private final int[] words = new int[SIZE];
    private int next = SIZE;
    private boolean tempered;

    /** Creates a generator with the seed that Tomtom uses. */
    public MersenneTwister() {
        state[0] = DEFAULT_SEED;
        for (int j = 1; j < SIZE; j++) {
            state[j] = 69069 * state[j - 1];
        }
    }

    /**
     * Creates a generator with the seeding of 2002: word j of the state is {@code 1812433253 (w ^ w >>> 30) + j}, where
     * w is the word before it. SEA uses it.
     */
    public static MersenneTwister seeded(int seed) {
        MersenneTwister random = new MersenneTwister();
        random.state[0] = seed;
        for (int j = 1; j < SIZE; j++) {
            int before = random.state[j - 1];
            random.state[j] = 1812433253 * (before ^ before >>> 30) + j;
        }
        return random;
    }

    /** The next word, 32 unsigned bits. */
    public long nextWord() {
        prepare();
        return words[next++] & 0xffffffffL;
    }

    /** A number from 0 to 1 made of two words, the more significant first. */
    public double nextUniform() {
        double high = nextWord() * 0x1p32;
        return (high + nextWord()) * 0x1p-64;
    }

    /** The integer part of {@code nextUniform() * n}, at most n - 1. */
    public int nextIndex(int n) {
        return Math.min(n - 1, (int) (nextUniform() * n));
    }

    /**
     * Fills an array with draws equal to those of {@link #nextIndex(int)}.
     *
     * <p>From words w and v, a draw is (w + v / 2^32) n / 2^32. Where the lower half of w n is at least n and below
     * 2^32 - 2 n, neither v, which adds less than n, nor the relative rounding error of the sum, 2^-52, can reach the
     * next integer, so the upper half of w n is the draw. Otherwise, about once in a million draws, the draw is
     * computed by the formula.
     *
     * @param n number of values to draw from, below 2^21
     */
    public void nextIndices(int n, int[] indices) {
        int filled = 0;
        while (filled < indices.length) {
            prepare();
            int pairs = Math.min(indices.length - filled, SIZE - next >> 1);
            int certain = certainIndices(n, words, next, indices, filled, pairs);
            filled += certain;
            next += 2 * certain;
            if (certain < pairs || pairs == 0) {
                indices[filled++] = nextIndex(n);
            }
        }
    }

    /** Draws until a draw needs the formula; returns the number of draws made. Bounds are taken modulo 2^32. */
    private static int certainIndices(int n, int[] words, int from, int[] indices, int to, int pairs) {
        int span = -3 * n;
        for (int k = 0; k < pairs; k++) {
            long product = (words[from + 2 * k] & 0xffffffffL) * n;
            if (Integer.compareUnsigned((int) product - n, span) >= 0) {
                return k;
            }
            indices[to + k] = (int) (product >>> 32);
        }
        return pairs;
    }

    /** Skips words. */
    public void skip(long count) {
        long left = count;
        while (left > SIZE - next) {
            left -= SIZE - next;
            renew();
        }
        next += (int) left;
    }

    private void prepare() {
        if (next == SIZE) {
            renew();
        }
        if (!tempered) {
            temper(state, words);
            tempered = true;
        }
    }

    private void renew() {
        renewFirst(state, spare);
        renewRest(state, spare);
        spare[SIZE - 1] = spare[MIDDLE - 1] ^ mixed(state[SIZE - 1], spare[0]);
        int[] old = state;
        state = spare;
        spare = old;
        next = 0;
        tempered = false;
    }

    private static void renewFirst(int[] old, int[] renewed) {
        for (int j = 0; j < LAG; j++) {
            renewed[j] = old[j + MIDDLE] ^ mixed(old[j], old[j + 1]);
        }
    }

    private static void renewRest(int[] old, int[] renewed) {
        for (int j = LAG; j < SIZE - 1; j++) {
            renewed[j] = renewed[j - LAG] ^ mixed(old[j], old[j + 1]);
        }
    }

    private static int mixed(int upper, int lower) {
        int y = upper & 0x80000000 | lower & 0x7fffffff;
        return y >>> 1 ^ -(y & 1) & 0x9908b0df;
    }

    private static void temper(int[] state, int[] words) {
        for (int j = 0; j < SIZE; j++) {
            int y = state[j];
            y ^= y >>> 11;
            y ^= y << 7 & 0x9d2c5680;
            y ^= y << 15 & 0xefc60000;
            words[j] = y ^ y >>> 18;
        }
    }
}
