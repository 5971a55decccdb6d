package org.expomotif.train;

import java.util.SplittableRandom;
import org.expomotif.stats.SeedMixer;

/**
 * The order of the sequences in an epoch. It depends only on the seed and the number of the epoch, so a resumed run
 * continues exactly like an uninterrupted one.
 */
public final class EpochOrder {
    private EpochOrder() {}

    /** A random order of {@code 0 .. n-1} (Fisher-Yates). */
    public static int[] of(int n, long seed, int epoch) {
        // Weyl steps keep the streams of neighbouring seeds and epochs apart.
        SplittableRandom random = new SplittableRandom(seed * SeedMixer.GOLDEN + epoch * 0xD1B54A32D192ED03L);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
