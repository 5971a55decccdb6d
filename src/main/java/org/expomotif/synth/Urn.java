package org.expomotif.synth;

import java.util.SplittableRandom;

/**
 * Numbered balls drawn without replacement: a random order with exact sizes, in memory that does not grow with them.
 */
final class Urn {
    private final long[] left;
    private long total;

    /** @param sizes how many balls there are of each number */
    Urn(long... sizes) {
        left = sizes.clone();
        for (long size : sizes) {
            total += size;
        }
    }

    /** Draws a ball; each ball that is left has the same chance. */
    int draw(SplittableRandom random) {
        double at = random.nextDouble() * (double) total;
        int number = 0;
        while (at >= (double) left[number]) {
            at -= (double) left[number];
            number++;
        }
        left[number]--;
        total--;
        return number;
    }
}
