package org.expomotif.synth;

import java.util.SplittableRandom;

/**
 * Draws numbered balls without replacement: a random order with exact counts, in memory that does not depend on the
 * number of balls.
 */
final class Urn {
    private final long[] left;
    private long total;

    /**
     * Creates an urn.
     *
     * @param sizes number of balls with each number
     */
    Urn(long... sizes) {
        left = sizes.clone();
        for (long size : sizes) {
            total += size;
        }
    }

    /** Draws one of the remaining balls, all equally likely, and returns its number. */
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
