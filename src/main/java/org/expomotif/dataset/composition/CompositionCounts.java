package org.expomotif.dataset.composition;

import org.expomotif.stats.KolmogorovSmirnov;

/** The distributions of GC content and repeat fraction of a set of windows. */
public final class CompositionCounts {
    private final long[] gc = new long[Composition.VALUES];
    private final long[] repeats = new long[Composition.VALUES];
    private long size;

    /** Creates the distributions of no windows. */
    public CompositionCounts() {}

    /** Adds a window. */
    public void add(int point) {
        gc[Composition.gc(point)]++;
        repeats[Composition.repeats(point)]++;
        size++;
    }

    /** Number of windows. */
    public long size() {
        return size;
    }

    /** Windows by GC content, in steps of 1/{@value Composition#STEPS}. */
    public long[] gc() {
        return gc.clone();
    }

    /** Windows by repeat fraction, in steps of 1/{@value Composition#STEPS}. */
    public long[] repeats() {
        return repeats.clone();
    }

    /** Mean GC content; NaN without windows. */
    public double meanGc() {
        return mean(gc);
    }

    /** Mean repeat fraction; NaN without windows. */
    public double meanRepeats() {
        return mean(repeats);
    }

    private double mean(long[] counts) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (double) i * counts[i];
        }
        return sum / size / Composition.STEPS;
    }

    /** The statistic of Kolmogorov and Smirnov between the GC contents of two sets. */
    public double gcStatistic(CompositionCounts other) {
        return KolmogorovSmirnov.statistic(gc, other.gc);
    }

    /** The statistic of Kolmogorov and Smirnov between the repeat fractions of two sets. */
    public double repeatStatistic(CompositionCounts other) {
        return KolmogorovSmirnov.statistic(repeats, other.repeats);
    }
}
