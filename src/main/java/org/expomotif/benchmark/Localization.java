package org.expomotif.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
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
    /**
     * Judges the scores of one sequence.
     *
     * @param scores one score a base; negative infinity where there is none: a stretch of such bases alone does not
     *     count
     * @param stretches the true regions and the gaps
     */
    public static Localization of(double[] scores, Stretches stretches) {
        double[] inside = greatest(scores, stretches.regions());
        double[] outside = greatest(scores, stretches.gaps());
        boolean[] positive = new boolean[inside.length + outside.length];
        Arrays.fill(positive, 0, inside.length, true);
        double[] values = DoubleStream.concat(Arrays.stream(inside), Arrays.stream(outside))
                .toArray();
        return new Localization(inside.length, outside.length, Curves.auroc(values, positive));
    }

    private static double[] greatest(double[] scores, List<Interval> stretches) {
        return stretches.stream()
                .mapToDouble(stretch -> Arrays.stream(scores, stretch.start(), stretch.end())
                        .max()
                        .getAsDouble())
                .filter(best -> best != Double.NEGATIVE_INFINITY)
                .toArray();
    }
}
