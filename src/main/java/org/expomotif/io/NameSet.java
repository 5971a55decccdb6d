package org.expomotif.io;

import java.nio.charset.StandardCharsets;

/**
 * Names met so far, as 128 bits each: millions of them in some tens of megabytes. Two of a million different names are
 * taken for one with a probability of about 10^-27.
 */
final class NameSet {
    private long[] slots = new long[1 << 8];
    private int size;

    /** Adds a name; false when it is there already. */
    boolean add(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        long high = mixed(bytes, 0xCBF29CE484222325L);
        long low = mixed(bytes, 0x9E3779B97F4A7C15L) | 1; // never 0, which marks a free slot
        if (!insert(high, low)) {
            return false;
        }
        size++;
        if (size > slots.length / 4) {
            grow();
        }
        return true;
    }

    private boolean insert(long high, long low) {
        int mask = slots.length / 2 - 1;
        int i = (int) high & mask;
        while (slots[2 * i + 1] != 0) {
            if (slots[2 * i] == high && slots[2 * i + 1] == low) {
                return false;
            }
            i = (i + 1) & mask;
        }
        slots[2 * i] = high;
        slots[2 * i + 1] = low;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                insert(old[i], old[i + 1]);
            }
        }
    }

    /** Every byte is stirred in by a bijection of 64 bits (the finisher of SplitMix64). */
    private static long mixed(byte[] bytes, long seed) {
        long hash = seed;
        for (byte b : bytes) {
            hash += (b & 0xFF) + 0x9E3779B97F4A7C15L;
            hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
            hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
            hash ^= hash >>> 31;
        }
        return hash;
    }
}
