package org.expomotif.compare;

import java.util.Arrays;

/**
 * Tomtom's median: the mean of the sorted values number floor(n/2) and ceil(n/2), counted from 1, at least 1. For even
 * n that is the lower median.
 *
 * <p>Values are thrown into buckets by a monotone function, so only the bucket that holds the wanted rank is sorted.
 */
final class MedianFinder {
    private static final int BUCKETS = 4096;

    private final int[] counts = new int[BUCKETS];
    private int[] places = new int[0];
    private double[] bucket = new double[64];

    /**
     * The median of values, all of which lie between two bounds.
     *
     * @param low the least value
     * @param high the greatest value
     */
    double median(double[] values, double low, double high) {
        int n = values.length;
        int lower = Math.max(1, n / 2);
        int upper = Math.max(1, (n + 1) / 2);
        if (low == high) {
            return low;
        }
        if (places.length < n) {
            places = new int[n];
        }
        place(values, low, (BUCKETS - 1) / (high - low), places);
        Arrays.fill(counts, 0);
        for (int i = 0; i < n; i++) {
            counts[places[i]]++;
        }
        double first = ranked(values, lower);
        return lower == upper ? (first + first) / 2 : (first + ranked(values, upper)) / 2;
    }

    private static void place(double[] values, double low, double scale, int[] places) {
        for (int i = 0; i < values.length; i++) {
            places[i] = (int) ((values[i] - low) * scale);
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
            if (places[i] == b) {
                bucket[filled++] = values[i];
            }
        }
        Arrays.sort(bucket, 0, filled);
        return bucket[left - 1];
    }
}
