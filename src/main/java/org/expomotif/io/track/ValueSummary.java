package org.expomotif.io.track;

import java.nio.ByteBuffer;

/** Summary of values in a bigWig file: their number, minimum, maximum, sum and sum of squares. */
final class ValueSummary {
    private long count;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double sum;
    private double squares;

    /** Adds the values with the indices {@code from} to {@code to - 1}. */
    void add(float[] values, int from, int to) {
        count += to - from;
        for (int i = from; i < to; i++) {
            double value = values[i];
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            sum += value;
            squares += value * value;
        }
    }

    /** Adds the values of another summary. */
    void add(ValueSummary other) {
        count += other.count;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
        sum += other.sum;
        squares += other.squares;
    }

    /** Removes all values. */
    void clear() {
        count = 0;
        minimum = Double.POSITIVE_INFINITY;
        maximum = Double.NEGATIVE_INFINITY;
        sum = 0;
        squares = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Appends the 40 bytes of the total summary of a file. If there are no values, minimum and maximum are written as
     * 0.
     */
    void putTotal(ByteBuffer out) {
        out.putLong(count).putDouble(isEmpty() ? 0 : minimum).putDouble(isEmpty() ? 0 : maximum);
        out.putDouble(sum).putDouble(squares);
    }

    /** Appends the last 20 bytes of a record of a zoom level. */
    void putRecord(ByteBuffer out) {
        out.putInt((int) count).putFloat((float) minimum).putFloat((float) maximum);
        out.putFloat((float) sum).putFloat((float) squares);
    }
}
