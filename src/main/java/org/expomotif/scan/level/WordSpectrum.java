package org.expomotif.scan.level;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.expomotif.scan.kernel.SliceCodes;

/**
 * Counts how often every word of {@code k} known bases occurs. The windows of a matrix of at most {@code k} positions
 * have as many different sums as there are words, so a scan of many more windows counts words instead of summing every
 * window for every matrix. Thread-safe.
 */
final class WordSpectrum {
    private static final long WRAP = 1L << Integer.SIZE;

    private final int bases;

    /** The counts without their multiples of 2^32. */
    private final AtomicIntegerArray counts;

    /** How many multiples of 2^32 were counted. */
    private final Map<Integer, Integer> wraps = new ConcurrentHashMap<>();

    /**
     * Creates a spectrum without words.
     *
     * @param bases number of bases of a word, at most 15
     */
    WordSpectrum(int bases) {
        this(bases, new AtomicIntegerArray(1 << 2 * bases));
    }

    /** Creates a spectrum with counts. */
    WordSpectrum(int bases, AtomicIntegerArray counts) {
        this.bases = bases;
        this.counts = counts;
    }

    /** Number of bases of a word. */
    int bases() {
        return bases;
    }

    /** Number of different words. */
    static long words(int bases) {
        return 1L << 2 * bases;
    }

    /**
     * Counts words of known bases.
     *
     * @param fives result of {@link SliceCodes#fives()}
     * @param from index of the first base of the first word
     * @param to index after the first base of the last word
     */
    void add(short[] fives, int from, int to) {
        if (from >= to) {
            return;
        }
        int mask = counts.length() - 1;
        int word = 0;
        for (int i = from; i < from + bases - 1; i++) {
            word = word << 2 | base(fives, i);
        }
        for (int start = from; start < to; start++) {
            word = (word << 2 | base(fives, start + bases - 1)) & mask;
            if (counts.incrementAndGet(word) == 0) {
                wraps.merge(word, 1, Integer::sum);
            }
        }
    }

    private static int base(short[] fives, int index) {
        return fives[index] >> 8;
    }

    /** The number of times that a word was counted; its first base is the most significant one. */
    long count(int word) {
        return Integer.toUnsignedLong(counts.get(word)) + WRAP * wraps.getOrDefault(word, 0);
    }

    /**
     * The counts of the words at the starts of the counted words.
     *
     * @param shorter number of their bases, less than {@link #bases()}
     */
    long[] starts(int shorter) {
        long[] sums = new long[1 << 2 * shorter];
        int dropped = 2 * (bases - shorter);
        for (int word = 0; word < counts.length(); word++) {
            sums[word >> dropped] += count(word);
        }
        return sums;
    }
}
