package org.expomotif.stats;

/** Derives seeds that are unrelated to each other from seeds that are close, such as successive numbers. */
public final class SeedMixer {
    /** An odd number close to 2^64 divided by the golden ratio: its multiples are spread evenly over 64 bits. */
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SeedMixer() {}

    /**
     * Stafford's 13th mixing function, the finalizer of SplitMix64: a bijection of 64 bits in which each bit of the
     * input changes about half of the output bits.
     */
    public static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
