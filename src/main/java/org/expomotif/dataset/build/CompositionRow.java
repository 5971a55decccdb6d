package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dataset.composition.CompositionCounts;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.stats.KolmogorovSmirnov;

/**
 * The composition of a set of windows in one split, compared with that of the positives of the split.
 *
 * @param split the split or fold
 * @param windows {@code positives}, {@code candidates}, {@code genome} (the candidates that were drawn) or
 *     {@code given}
 * @param n number of windows
 * @param gc mean GC content
 * @param repeats mean repeat fraction
 * @param gcStatistic Kolmogorov-Smirnov statistic of the GC contents against those of the positives
 * @param gcPValue its p-value
 * @param repeatStatistic Kolmogorov-Smirnov statistic of the repeat fractions
 * @param repeatPValue its p-value
 */
public record CompositionRow(
        String split,
        String windows,
        long n,
        @TsvColumn(digits = 4) double gc,
        @TsvColumn(digits = 4) double repeats,
        @TsvColumn(value = "ks_gc", digits = 4) double gcStatistic,
        @TsvColumn(value = "p_gc", digits = 3) double gcPValue,
        @TsvColumn(value = "ks_repeats", digits = 4) double repeatStatistic,
        @TsvColumn(value = "p_repeats", digits = 3) double repeatPValue) {
    /** The rows of all splits; sets without windows have none. */
    public static List<CompositionRow> of(List<SplitComposition> splits) {
        List<CompositionRow> rows = new ArrayList<>();
        for (SplitComposition split : splits) {
            if (split.positives().size() > 0) {
                rows.add(new CompositionRow(
                        split.split(),
                        "positives",
                        split.positives().size(),
                        split.positives().meanGc(),
                        split.positives().meanRepeats(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN));
            }
            add(rows, split, "candidates", split.candidates());
            add(rows, split, "genome", split.genome());
            add(rows, split, "given", split.given());
        }
        return rows;
    }

    private static void add(
            List<CompositionRow> rows, SplitComposition split, String windows, CompositionCounts counts) {
        if (counts.size() == 0) {
            return;
        }
        double gc = counts.gcStatistic(split.positives());
        double repeats = counts.repeatStatistic(split.positives());
        long positives = split.positives().size();
        rows.add(new CompositionRow(
                split.split(),
                windows,
                counts.size(),
                counts.meanGc(),
                counts.meanRepeats(),
                gc,
                KolmogorovSmirnov.pValue(gc, counts.size(), positives),
                repeats,
                KolmogorovSmirnov.pValue(repeats, counts.size(), positives)));
    }
}
