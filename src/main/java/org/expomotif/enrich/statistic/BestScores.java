package org.expomotif.enrich.statistic;

import java.util.Arrays;

/** The best scores of positives and of controls, each in ascending order, of the sequences that have a site. */
public record BestScores(double[] positives, double[] controls) {
    /** Scores within this difference are equal. */
    public static final double EQUAL = 1e-6;

    /**
     * The scores of two ranges of sequences.
     *
     * @param scores one per sequence; NaN for a sequence without a site
     */
    public static BestScores of(double[] scores, int from, int to, int fromControl, int toControl) {
        return new BestScores(above(scores, from, to), above(scores, fromControl, toControl));
    }

    private static double[] above(double[] scores, int from, int to) {
        double[] kept = new double[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(scores[i])) {
                kept[n++] = scores[i];
            }
        }
        kept = Arrays.copyOf(kept, n);
        Arrays.sort(kept);
        return kept;
    }

    /** Number of positives with at least a score, up to the difference that counts as equal. */
    public static int atLeast(double[] ascending, double score) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] >= score - EQUAL) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return ascending.length - low;
    }
}
