package org.expomotif.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.expomotif.dna.Interval;
import org.expomotif.stats.RankingMetrics;

/**
 * Measures how well scores locate planted motifs in one sequence: the maximum score inside each true region is a
 * positive, and the maximum inside each gap between them is a negative (Koo and Ploenzke, 2021, methods).
 *
 * @param regions number of true regions that were scored
 * @param gaps number of gaps that were scored
 * @param auroc area under the receiver operating characteristic, NaN without a region or without a gap
 */
public record Localization(int regions, int gaps, double auroc) {
    /**
     * Evaluates the scores of one sequence.
     *
     * @param scores one score per base, negative infinity where there is none; a region or gap without any score is
     *     ignored
     * @param regions true regions and gaps
     */
    public static Localization of(double[] scores, LocalizationRegions regions) {
        double[] inside = maxima(scores, regions.regions());
        double[] outside = maxima(scores, regions.gaps());
        boolean[] positive = new boolean[inside.length + outside.length];
        Arrays.fill(positive, 0, inside.length, true);
        double[] values = DoubleStream.concat(Arrays.stream(inside), Arrays.stream(outside))
                .toArray();
        return new Localization(inside.length, outside.length, RankingMetrics.auroc(values, positive));
    }

    private static double[] maxima(double[] scores, List<Interval> intervals) {
        return intervals.stream()
                .mapToDouble(interval -> Arrays.stream(scores, interval.start(), interval.end())
                        .max()
                        .getAsDouble())
                .filter(best -> best != Double.NEGATIVE_INFINITY)
                .toArray();
    }
}
