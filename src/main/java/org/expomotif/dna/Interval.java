package org.expomotif.dna;

/**
 * An interval on a sequence, 0-based and half-open, as in BED.
 *
 * @param sequence name of the sequence
 * @param start first base, counted from 0
 * @param end the position after the last base
 */
public record Interval(String sequence, int start, int end) {
    /** Rejects an interval that is empty or starts before the sequence. */
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
