package org.expomotif.compare.score;

import java.util.Arrays;

/**
 * The median as Tomtom computes it. Of n sorted values, counted from 1, it is value n/2 when n is even (the lower
 * median), and the mean of values (n - 1)/2 and (n + 1)/2 when n is odd; a single value is its own median.
 *
 * <p>A monotone function assigns values to buckets, so only the bucket that holds the rank in question is sorted.
 */
public final class MedianFinder {
    private static final int BUCKETS = 4096;

    private final int[] counts = new int[BUCKETS];
    private int[] buckets = new int[0];
    private double[] bucket = new double[64];

    /**
     * Returns the median.
     *
     * @param low minimum of the values
     * @param high maximum of the values
     */
    public double median(double[] values, double low, double high) {
        int n = values.length;
        int lower = Math.max(1, n / 2);
        int upper = Math.max(1, (n + 1) / 2);
        if (low == high) {
            return low;
        }
        if (buckets.length < n) {
            buckets = new int[n];
        }
        assign(values, low, (BUCKETS - 1) / (high - low), buckets);
        Arrays.fill(counts, 0);
        for (int i = 0; i < n; i++) {
            counts[buckets[i]]++;
        }
        double first = ranked(values, lower);
        return lower == upper ? (first + first) / 2 : (first + ranked(values, upper)) / 2;
    }

    private static void assign(double[] values, double low, double scale, int[] buckets) {
        for (int i = 0; i < values.length; i++) {
            buckets[i] = (int) ((values[i] - low) * scale);
        }
    }

    private double ranked(double[] values, int rank) {
        int left = rank;
        int b = 0;
        while (counts[b] < left) {
            left -= counts[b];
            b++;
        }
        if (bucket.length < counts[b]) {
            bucket = new double[counts[b]];
        }
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            if (buckets[i] == b) {
                bucket[filled++] = values[i];
            }
        }
        Arrays.sort(bucket, 0, filled);
        return bucket[left - 1];
    }
}
