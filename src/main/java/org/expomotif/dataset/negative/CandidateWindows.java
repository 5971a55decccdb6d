package org.expomotif.dataset.negative;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.peak.IntervalIndex;

/**
 * Finds the windows of a genome that could be negatives while the genome is read: windows of the given length, side by
 * side, that overlap none of the excluded intervals and have few unknown bases. After an excluded interval the next
 * window begins at its end. A candidate takes six bytes of memory.
 */
public final class CandidateWindows {
    /** Minimum distance of the starts of two candidates, which bounds the memory for very short windows. */
    static final int MINIMUM_STEP = 50;

    private final int length;
    private final int maximumUnknown;
    private final IntervalIndex excluded;
    private final Map<String, OfSequence> found = new LinkedHashMap<>();
    private OfSequence current = new OfSequence();
    /** Starts and ends of the excluded intervals of the current sequence. */
    private long[] gaps = {};

    private int gap;
    private long start;
    private long position;
    private long count;

    /**
     * The candidates of one sequence: their starts in ascending order, and the points of their composition. The arrays
     * are longer than {@code size} and must not be changed.
     */
    public static final class OfSequence {
        private int[] starts = new int[16];
        private char[] points = new char[16];
        private int size;

        private void add(int start, int point) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size + (size >> 1));
                points = Arrays.copyOf(points, size + (size >> 1));
            }
            starts[size] = start;
            points[size++] = (char) point;
        }

        /** Number of candidates. */
        public int size() {
            return size;
        }

        /** First base of a candidate, counted from 0. */
        public int start(int candidate) {
            return starts[candidate];
        }

        /** The {@linkplain Composition#point point} of a candidate. */
        public int point(int candidate) {
            return points[candidate];
        }
    }

    /**
     * Creates a search.
     *
     * @param length bases of a window
     * @param maximumUnknown maximum number of unknown bases of a candidate
     * @param excluded intervals that a candidate must not overlap
     */
    public CandidateWindows(int length, int maximumUnknown, IntervalIndex excluded) {
        this.length = length;
        this.maximumUnknown = maximumUnknown;
        this.excluded = excluded;
    }

    /** The number of unknown bases of a window that a maximum share of them allows. */
    public static int unknownBases(double maximumShare, int length) {
        return (int) Math.floor(maximumShare * length + 1e-9);
    }

    /** Starts a sequence. */
    public void begin(String sequence) {
        current = found.computeIfAbsent(sequence, name -> new OfSequence());
        gaps = excluded.union(sequence);
        gap = 0;
        position = 0;
        moveTo(0);
    }

    /** Moves to the first start, at or after the given one, of a window that overlaps no excluded interval. */
    private void moveTo(long from) {
        start = from;
        count = 0;
        while (gap < gaps.length && gaps[gap + 1] <= start) {
            gap += 2;
        }
        while (gap < gaps.length && gaps[gap] < start + length) {
            start = gaps[gap + 1];
            gap += 2;
        }
    }

    /** Reads the next letters of the current sequence. */
    public void letters(byte[] source, int from, int to) {
        int at = from;
        while (at < to) {
            if (position < start) {
                long skipped = Math.min(start - position, to - at);
                at += (int) skipped;
                position += skipped;
            } else {
                int stop = (int) Math.min(to, at + start + length - position);
                count += Composition.count(source, at, stop);
                position += stop - at;
                at = stop;
                if (position == start + length) {
                    finish();
                }
            }
        }
    }

    private void finish() {
        if (Composition.unknown(count) <= maximumUnknown && position <= Integer.MAX_VALUE) {
            current.add((int) start, Composition.point(count, length));
        }
        moveTo(start + Math.max(length, MINIMUM_STEP));
    }

    /** The candidates of each sequence that was read, in the order of the sequences. */
    public Map<String, OfSequence> found() {
        return found;
    }
}
