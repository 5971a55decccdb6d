package org.expomotif.train;

import java.util.SplittableRandom;

/**
 * The order of the sequences in an epoch. It depends only on the seed and the number of the epoch, so a resumed run
 * continues exactly like an uninterrupted one.
 */
public final class EpochOrder {
    private EpochOrder() {}

    /** A random order of {@code 0 .. n-1} (Fisher-Yates). */
    public static int[] of(int n, long seed, int epoch) {
        // Weyl steps keep the streams of neighbouring seeds and epochs apart.
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch * 0xD1B54A32D192ED03L);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
