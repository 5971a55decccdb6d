package org.expomotif.compare;

import java.util.Arrays;

/**
 * Tomtom's median: the mean of the sorted values number floor(n/2) and ceil(n/2), counted from 1, at least 1. For even
 * n that is the lower median.
 *
 * <p>Values are thrown into buckets by a monotone function, so only the bucket that holds the wanted rank is sorted.
 */
final class MedianFinder {
    private static final int BUCKETS = 2048;

    private final int[] counts = new int[BUCKETS];
    private double[] bucket = new double[64];

    double median(double[] values) {
        int n = values.length;
        int lower = Math.max(1, n / 2);
        int upper = Math.max(1, (n + 1) / 2);
        double first = ranked(values, lower);
        return lower == upper ? (first + first) / 2 : (first + ranked(values, upper)) / 2;
    }

    private double ranked(double[] values, int rank) {
        double low = values[0];
        double high = values[0];
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        if (low == high) {
            return low;
        }
        double scale = (BUCKETS - 1) / (high - low);
        Arrays.fill(counts, 0);
        for (double v : values) {
            counts[(int) ((v - low) * scale)]++;
        }
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
        for (double v : values) {
            if ((int) ((v - low) * scale) == b) {
                bucket[filled++] = v;
            }
        }
        Arrays.sort(bucket, 0, filled);
        return bucket[left - 1];
    }
}
