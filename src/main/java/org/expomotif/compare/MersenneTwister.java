package org.expomotif.compare;

/**
 * The generator MT19937 as of 1998 (Matsumoto and Nishimura, doi:10.1145/272991.272995), started as its first version
 * was: word j+1 of the state is 69069 times word j. Tomtom's bootstrap draws from it.
 */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int DEFAULT_SEED = 4357;

    private final int[] state;
    private int next;

    /** The generator at its first word, with the seed that Tomtom uses. */
    MersenneTwister() {
        state = new int[SIZE];
        state[0] = DEFAULT_SEED;
        for (int j = 1; j < SIZE; j++) {
            state[j] = 69069 * state[j - 1];
        }
        next = SIZE;
    }

    private MersenneTwister(MersenneTwister other) {
        state = other.state.clone();
        next = other.next;
    }

    /** Another generator at the same word. */
    MersenneTwister copy() {
        return new MersenneTwister(this);
    }

    /** The next word, 32 bits without a sign. */
    long nextWord() {
        if (next == SIZE) {
            renew();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        y ^= y >>> 18;
        return y & 0xffffffffL;
    }

    /** A number from 0 to 1 made of two words, the first the greater. */
    double nextUniform() {
        double high = nextWord() * 0x1p32;
        return (high + nextWord()) * 0x1p-64;
    }

    /** Passes over words. */
    void skip(long words) {
        long left = words;
        while (left > SIZE - next) {
            left -= SIZE - next;
            renew();
        }
        next += (int) left;
    }

    private void renew() {
        for (int j = 0; j < SIZE - MIDDLE; j++) {
            state[j] = state[j + MIDDLE] ^ mixed(state[j], state[j + 1]);
        }
        for (int j = SIZE - MIDDLE; j < SIZE - 1; j++) {
            state[j] = state[j + MIDDLE - SIZE] ^ mixed(state[j], state[j + 1]);
        }
        state[SIZE - 1] = state[MIDDLE - 1] ^ mixed(state[SIZE - 1], state[0]);
        next = 0;
    }

    private static int mixed(int upper, int lower) {
        int y = upper & 0x80000000 | lower & 0x7fffffff;
        return y >>> 1 ^ -(y & 1) & 0x9908b0df;
    }
}
