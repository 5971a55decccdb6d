package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.Interval;
import org.expomotif.stats.Curves;

/**
 * How well scores find planted motifs in one sequence: the greatest score inside each true region is a positive, the
 * greatest inside each gap between them a negative (Koo and Ploenzke, 2021, methods).
 *
 * @param regions number of true regions that were scored
 * @param gaps number of gaps that were scored
 * @param auroc area under the receiver operating characteristic, NaN without a region or without a gap
 */
public record Localization(int regions, int gaps, double auroc) {
    /** Bases that a stretch of informative columns is made longer by on both sides. */
    public static final int EXTENSION = 10;

    /**
     * Judges the scores of one sequence.
     *
     * @param scores one score a base; negative infinity where there is none: a stretch of such bases alone does not
     *     count
     * @param regions the true regions, ascending and apart
     */
    public static Localization of(double[] scores, List<Interval> regions) {
        List<Double> found = new ArrayList<>();
        int inside = 0;
        int outside = 0;
        List<Boolean> truth = new ArrayList<>();
        int from = 0;
        for (Interval region : regions) {
            outside += add(scores, from, region.start(), false, found, truth);
            inside += add(scores, region.start(), region.end(), true, found, truth);
            from = region.end();
        }
        outside += add(scores, from, scores.length, false, found, truth);
        double[] values = found.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] positive = new boolean[values.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = truth.get(i);
        }
        return new Localization(inside, outside, Curves.auroc(values, positive));
    }

    private static int add(
            double[] scores, int from, int to, boolean isRegion, List<Double> found, List<Boolean> truth) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            best = Math.max(best, scores[i]);
        }
        if (best == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        found.add(best);
        truth.add(isRegion);
        return 1;
    }
}
