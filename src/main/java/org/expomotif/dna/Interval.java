package org.expomotif.dna;

/**
 * A stretch of a sequence, 0-based and half open, as in BED.
 *
 * @param sequence name of the sequence
 * @param start first base, counted from 0
 * @param end the base after the last
 */
public record Interval(String sequence, int start, int end) {
    /** Refuses an interval that is empty or starts before the sequence. */
    public Interval {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not an interval: " + sequence + ":" + start + "-" + end);
        }
    }

    /** Number of bases. */
    public int length() {
        return end - start;
    }
}
