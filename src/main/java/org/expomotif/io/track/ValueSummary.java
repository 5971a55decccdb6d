package org.expomotif.io.track;

import java.nio.ByteBuffer;

/** What a bigWig file tells of the values of any stretch: how many there are, extremes, sum and sum of squares. */
final class ValueSummary {
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double sum;
    private double squares;

    /** Adds the values from one index to the one before another. */
    void add(float[] values, int from, int to) {
        count += to - from;
        for (int i = from; i < to; i++) {
            double value = values[i];
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            sum += value;
            squares += value * value;
        }
    }

    /** Adds all values that another one stands for. */
    void add(ValueSummary other) {
        count += other.count;
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
        sum += other.sum;
        squares += other.squares;
    }

    /** Forgets all values. */
    void clear() {
        count = 0;
        least = Double.POSITIVE_INFINITY;
        greatest = Double.NEGATIVE_INFINITY;
        sum = 0;
        squares = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Appends the 40 bytes of a file's total; the extremes of no values are 0. */
    void putTotal(ByteBuffer out) {
        out.putLong(count).putDouble(isEmpty() ? 0 : least).putDouble(isEmpty() ? 0 : greatest);
        out.putDouble(sum).putDouble(squares);
    }

    /** Appends the last 20 bytes of a record of a zoom level. */
    void putRecord(ByteBuffer out) {
        out.putInt((int) count).putFloat((float) least).putFloat((float) greatest);
        out.putFloat((float) sum).putFloat((float) squares);
    }
}
