package org.expomotif.io.sequence;

import java.nio.charset.StandardCharsets;

/**
 * A set of names, stored as 128-bit hashes with the place of their first occurrence. Millions of names fit in some tens
 * of megabytes. The probability that any two of a million different names have the same hash is about 10^-27.
 */
final class NameSet {
    private static final int SLOT = 3;

    private long[] slots = new long[SLOT << 7];
    private int size;

    /**
     * Adds a name.
     *
     * @param place place of the name, above 0
     * @return the place of an earlier equal name; 0 when there is none
     */
    long add(String name, long place) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        long high = mixed(bytes, 0xCBF29CE484222325L);
        long low = mixed(bytes, 0x9E3779B97F4A7C15L) | 1; // never 0, which marks a free slot
        long before = insert(high, low, place);
        if (before == 0 && ++size > slots.length / (2 * SLOT)) {
            grow();
        }
        return before;
    }

    private long insert(long high, long low, long place) {
        int mask = slots.length / SLOT - 1;
        int i = (int) high & mask;
        while (slots[SLOT * i + 1] != 0) {
            if (slots[SLOT * i] == high && slots[SLOT * i + 1] == low) {
                return slots[SLOT * i + 2];
            }
            i = (i + 1) & mask;
        }
        slots[SLOT * i] = high;
        slots[SLOT * i + 1] = low;
        slots[SLOT * i + 2] = place;
        return 0;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (int i = 0; i < old.length; i += SLOT) {
            if (old[i + 1] != 0) {
                insert(old[i], old[i + 1], old[i + 2]);
            }
        }
    }

    /** A hash that mixes in every byte by a bijection of 64 bits (the finalizer of SplitMix64). */
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
