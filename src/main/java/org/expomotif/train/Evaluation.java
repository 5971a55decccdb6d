package org.expomotif.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.expomotif.dataset.Samples;
import org.expomotif.stats.Logistic;
import org.expomotif.stats.RankingMetrics;

/**
 * The agreement of a network's outputs with labels.
 *
 * @param classes one row per class
 * @param loss mean binary cross-entropy over all labels that are present; NaN when none is
 */
public record Evaluation(List<ClassMetrics> classes, double loss) {
    /** Copies the list. */
    public Evaluation {
        classes = List.copyOf(classes);
    }

    /**
     * Compares outputs with labels.
     *
     * <p>Sequences are ranked by the logit. The order is that of the probabilities, without the ties that rounding of
     * the sigmoid causes near 0 and 1. The areas of a class with a NaN output are NaN.
     *
     * @param samples sequences and labels
     * @param logits outputs before the sigmoid, {@code n x classes}
     */
    public static Evaluation of(Samples samples, float[] logits) {
        int classes = samples.classes().size();
        List<ClassMetrics> rows = new ArrayList<>();
        double loss = 0;
        long labelled = 0;
        for (int c = 0; c < classes; c++) {
            double[] scores = new double[samples.size()];
            boolean[] positive = new boolean[samples.size()];
            int n = 0;
            int positives = 0;
            for (int i = 0; i < samples.size(); i++) {
                float label = samples.label(i, c);
                if (Float.isNaN(label)) {
                    continue;
                }
                scores[n] = logits[i * classes + c];
                positive[n] = label > 0.5f;
                loss += Logistic.crossEntropy(scores[n], label);
                positives += positive[n] ? 1 : 0;
                n++;
            }
            labelled += n;
            rows.add(rank(samples.classes().get(c), Arrays.copyOf(scores, n), positive, positives));
        }
        return new Evaluation(rows, loss / labelled);
    }

    private static ClassMetrics rank(String name, double[] scores, boolean[] positive, int positives) {
        boolean[] truth = Arrays.copyOf(positive, scores.length);
        boolean ranked = positives > 0
                && positives < scores.length
                && Arrays.stream(scores).noneMatch(Double::isNaN);
        return new ClassMetrics(
                name,
                scores.length,
                positives,
                ranked ? RankingMetrics.auroc(scores, truth) : Double.NaN,
                ranked ? RankingMetrics.averagePrecision(scores, truth) : Double.NaN,
                ranked ? RankingMetrics.trapezoidAupr(scores, truth) : Double.NaN);
    }

    /** Mean AUROC over the classes that have one; NaN when none has. */
    public double auroc() {
        return mean(ClassMetrics::auroc);
    }

    /** Mean AUPR, as average precision, over the classes that have one; NaN when none has. */
    public double aupr() {
        return mean(ClassMetrics::aupr);
    }

    /** Both means as text for the user; NA when no class has positives and negatives. */
    public String figures() {
        return figures(auroc(), aupr());
    }

    /** Two areas as text for the user; NA instead of NaN. */
    static String figures(double auroc, double aupr) {
        return "AUROC " + figure(auroc) + ", AUPR " + figure(aupr) + " (average precision)";
    }

    private static String figure(double area) {
        return Double.isNaN(area) ? "NA" : String.format(Locale.ROOT, "%.4f", area);
    }

    private double mean(ToDoubleFunction<ClassMetrics> figure) {
        return classes.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The last row of a table, {@code mean}: means of the areas over the classes that have one; {@code n} and
     * {@code positives} are sums over the classes.
     */
    public ClassMetrics meanRow() {
        return new ClassMetrics(
                "mean",
                classes.stream().mapToInt(ClassMetrics::n).sum(),
                classes.stream().mapToInt(ClassMetrics::positives).sum(),
                auroc(),
                aupr(),
                mean(ClassMetrics::trapezoid));
    }
}
