package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.expomotif.io.Column;
import org.expomotif.stats.Curves;

/**
 * How well attribution scores single out the bases that were planted: AUROC and AUPR over the bases of each sequence,
 * then mean and standard deviation over sequences (Koo and Ploenzke, 2021).
 */
public final class AttributionRecovery {
    private final List<Row> rows = new ArrayList<>();

    /**
     * One sequence, or {@code mean} or {@code sd} over them.
     *
     * @param id name of the sequence
     * @param auroc area under the receiver operating characteristic, NaN where no base or every base is planted
     * @param aupr area under precision against recall as average precision, NaN in the same cases
     * @param trapezoid the same area by the trapezoid rule, as the reference study computes it
     */
    public record Row(
            String id,
            double auroc,
            double aupr,
            @Column("aupr_trapezoid") double trapezoid) {}

    /**
     * Adds a sequence.
     *
     * @param id its name
     * @param scores one score a base
     * @param planted whether the base carries information of a planted motif
     */
    public void add(String id, float[] scores, boolean[] planted) {
        if (scores.length != planted.length) {
            throw new IllegalArgumentException(scores.length + " scores, " + planted.length + " bases");
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
                defined ? Curves.auroc(wide, planted) : Double.NaN,
                defined ? Curves.averagePrecision(wide, planted) : Double.NaN,
                defined ? Curves.trapezoidAupr(wide, planted) : Double.NaN));
    }

    /** Adds a sequence that was measured before. */
    void add(Row row) {
        rows.add(row);
    }

    /** One row a sequence, in the order they were added. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Mean over the sequences where the areas are defined, as a row named {@code mean}. */
    public Row mean() {
        return new Row("mean", mean(Row::auroc), mean(Row::aupr), mean(Row::trapezoid));
    }

    /** Standard deviation over the same sequences (the root of the mean squared deviation), a row named {@code sd}. */
    public Row sd() {
        return new Row("sd", sd(Row::auroc), sd(Row::aupr), sd(Row::trapezoid));
    }

    /** The figures in a sentence. */
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
        return rows.stream()
                .mapToDouble(value)
                .filter(x -> !Double.isNaN(x))
                .average()
                .orElse(Double.NaN);
    }

    private double sd(ToDoubleFunction<Row> value) {
        double mean = mean(value);
        return Math.sqrt(mean(row -> (value.applyAsDouble(row) - mean) * (value.applyAsDouble(row) - mean)));
    }
}
