package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.stats.Sample;

/** The attribution table of the reference study, next to the measured values. */
public final class AttributionTable {
    /**
     * Koo and Ploenzke (2021): AUROC and its standard deviation over ten trials, for the methods of
     * {@link AttributionTask}.
     */
    private static final String PUBLISHED = """
            cnn-local relu 0.771 0.013 0.808 0.022 0.780 0.010 0.810 0.015
            cnn-local exponential 0.827 0.019 0.887 0.016 0.820 0.016 0.837 0.017
            cnn-local sigmoid 0.754 0.017 0.789 0.023 0.751 0.016 0.785 0.016
            cnn-local tanh 0.731 0.021 0.764 0.026 0.741 0.019 0.783 0.019
            cnn-local softplus 0.788 0.025 0.828 0.024 0.788 0.020 0.821 0.022
            cnn-local linear 0.787 0.018 0.817 0.016 0.786 0.015 0.823 0.016
            cnn-local elu 0.774 0.017 0.819 0.023 0.779 0.012 0.810 0.018
            cnn-dist relu 0.730 0.044 0.894 0.011 0.771 0.035 0.816 0.019
            cnn-dist exponential 0.804 0.115 0.908 0.022 0.799 0.113 0.835 0.063
            cnn-dist sigmoid 0.662 0.037 0.903 0.007 0.723 0.042 0.799 0.028
            cnn-dist tanh 0.619 0.035 0.891 0.012 0.681 0.039 0.764 0.033
            cnn-dist softplus 0.734 0.096 0.902 0.010 0.765 0.092 0.811 0.057
            cnn-dist linear 0.716 0.064 0.881 0.014 0.763 0.052 0.805 0.026
            cnn-dist elu 0.719 0.041 0.891 0.006 0.763 0.034 0.810 0.022
            """;

    private AttributionTable() {}

    /**
     * The result of one method on one trained network.
     *
     * @param trial number of the trial, counted from 1
     * @param classification AUROC of the network on the test sequences
     * @param auroc AUROC of the recovery of planted bases, evaluated as in the study
     * @param corrected AUROC with the corrected gradient, or with whole contributions
     */
    public record Trial(
            String network,
            String activation,
            int trial,
            @TsvColumn("classification_auroc") double classification,
            String method,
            double auroc,
            double aupr,
            @TsvColumn("aupr_trapezoid") double trapezoid,
            @TsvColumn("corrected_auroc") double corrected,
            @TsvColumn("corrected_aupr") double correctedAupr) {}

    /**
     * A row of the table: means and standard deviations (n) over trials, and the published values, NaN where there are
     * none.
     */
    public record Row(
            String network,
            String activation,
            String method,
            int trials,

            @TsvColumn(value = "classification_auroc", digits = 4)
            double classification,

            @TsvColumn(digits = 4) double auroc,
            @TsvColumn(digits = 3) double sd,

            @TsvColumn(value = "published_auroc", digits = 3)
            double published,

            @TsvColumn(value = "published_sd", digits = 3) double publishedSd,
            @TsvColumn(digits = 4) double aupr,

            @TsvColumn(value = "aupr_trapezoid", digits = 4) double trapezoid,

            @TsvColumn(value = "corrected_auroc", digits = 4)
            double corrected,

            @TsvColumn(value = "corrected_sd", digits = 3) double correctedSd) {}

    /** The activations in the table of the study, in its order. */
    public static List<String> activations() {
        return PUBLISHED
                .lines()
                .filter(line -> line.startsWith("cnn-local "))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    /** One row per network, activation and method, in the order of their first trials. */
    public static List<Row> of(List<Trial> trials) {
        Map<List<String>, List<Trial>> groups = new LinkedHashMap<>();
        for (Trial trial : trials) {
            groups.computeIfAbsent(
                            List.of(trial.network(), trial.activation(), trial.method()), key -> new ArrayList<>())
                    .add(trial);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(row(key, group)));
        return rows;
    }

    private static Row row(List<String> key, List<Trial> group) {
        double[] published =
                published(key.get(0), key.get(1), AttributionTask.methodNames().indexOf(key.get(2)));
        return new Row(
                key.get(0),
                key.get(1),
                key.get(2),
                group.size(),
                mean(group, Trial::classification),
                mean(group, Trial::auroc),
                sd(group, Trial::auroc),
                published[0],
                published[1],
                mean(group, Trial::aupr),
                mean(group, Trial::trapezoid),
                mean(group, Trial::corrected),
                sd(group, Trial::corrected));
    }

    private static double[] published(String network, String activation, int method) {
        return PUBLISHED
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(cells -> method >= 0 && cells[0].equals(network) && cells[1].equals(activation))
                .map(cells -> new double[] {
                    Double.parseDouble(cells[2 + 2 * method]), Double.parseDouble(cells[3 + 2 * method])
                })
                .findFirst()
                .orElse(new double[] {Double.NaN, Double.NaN});
    }

    private static double mean(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return Sample.of(trials.stream().mapToDouble(value)).mean();
    }

    private static double sd(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return Sample.of(trials.stream().mapToDouble(value)).populationDeviation();
    }
}
