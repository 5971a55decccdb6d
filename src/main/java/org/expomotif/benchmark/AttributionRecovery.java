package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.stats.RankingMetrics;
import org.expomotif.stats.Sample;

/**
 * Measures how well attribution scores separate planted bases from the others: AUROC and AUPR over the bases of each
 * sequence, then mean and standard deviation over sequences (Koo and Ploenzke, 2021).
 */
public final class AttributionRecovery {
    private final List<Row> rows = new ArrayList<>();

    /**
     * The areas of one sequence, or their {@code mean} or {@code sd} over sequences.
     *
     * @param id name of the sequence, {@code mean} or {@code sd}
     * @param auroc area under the receiver operating characteristic, NaN where no base or every base is planted
     * @param aupr area under precision against recall, as average precision; NaN in the same cases
     * @param trapezoid area under precision against recall by the trapezoid rule, as in the reference study
     */
    public record Row(
            String id,
            double auroc,
            double aupr,
            @TsvColumn("aupr_trapezoid") double trapezoid) {}

    /**
     * Adds a sequence.
     *
     * @param id name of the sequence
     * @param scores one score per base
     * @param planted whether each base carries information of a planted motif
     * @throws IllegalArgumentException when the lengths of the arrays differ
     */
    public void add(String id, float[] scores, boolean[] planted) {
        if (scores.length != planted.length) {
            throw new IllegalArgumentException(
                    "expected one score per base, found " + scores.length + " scores and " + planted.length + " bases");
        }
        double[] wide = new double[scores.length];
        int positives = 0;
        for (int i = 0; i < wide.length; i++) {
            wide[i] = scores[i];
            positives += planted[i] ? 1 : 0;
        }
        boolean defined = positives > 0 && positives < wide.length;
        add(new Row(
                id,
                defined ? RankingMetrics.auroc(wide, planted) : Double.NaN,
                defined ? RankingMetrics.averagePrecision(wide, planted) : Double.NaN,
                defined ? RankingMetrics.trapezoidAupr(wide, planted) : Double.NaN));
    }

    /** Adds the areas of a sequence. */
    void add(Row row) {
        rows.add(row);
    }

    /** One row per sequence, in the order they were added. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The mean over the sequences with defined areas, as a row named {@code mean}. */
    public Row mean() {
        return new Row("mean", mean(Row::auroc), mean(Row::aupr), mean(Row::trapezoid));
    }

    /** The standard deviation (n) over the same sequences, as a row named {@code sd}. */
    public Row sd() {
        return new Row("sd", sd(Row::auroc), sd(Row::aupr), sd(Row::trapezoid));
    }

    /** The means and standard deviations as text. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "planted bases, %,d sequences: AUROC %.4f (sd %.4f), AUPR %.4f (sd %.4f, average precision)",
                rows.size(),
                mean().auroc(),
                sd().auroc(),
                mean().aupr(),
                sd().aupr());
    }

    private double mean(ToDoubleFunction<Row> value) {
        return Sample.ofDefined(rows.stream().mapToDouble(value)).mean();
    }

    private double sd(ToDoubleFunction<Row> value) {
        return Sample.ofDefined(rows.stream().mapToDouble(value)).populationDeviation();
    }
}
