package org.expomotif.benchmark.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.stats.Sample;

/**
 * The trials of one condition at one size.
 *
 * @param condition what was trained
 * @param sizes sizes of the data and of the training
 * @param rows one row per trial
 */
public record Summary(Condition condition, TrialKey.Sizes sizes, List<TrialRow> rows) {
    /** Copies the rows. */
    public Summary {
        rows = List.copyOf(rows);
    }

    private record Group(Condition condition, TrialKey.Sizes sizes) {}

    /** The conditions of some trials, in the order of their first trials. */
    public static List<Summary> of(List<TrialRow> rows) {
        Map<Group, List<TrialRow>> groups = new LinkedHashMap<>();
        for (TrialRow row : rows) {
            Group group = new Group(row.key().condition(), row.key().sizes());
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .map(entry ->
                        new Summary(entry.getKey().condition(), entry.getKey().sizes(), entry.getValue()))
                .toList();
    }

    /** The rows of the table: every figure that a trial has. */
    public static List<SummaryRow> table(List<TrialRow> trials) {
        return of(trials).stream().flatMap(Summary::figures).toList();
    }

    private Stream<SummaryRow> figures() {
        return Stream.of(Figure.values())
                .filter(figure -> sample(figure).size() > 0)
                .map(this::row);
    }

    /** The values of a figure, one per trial that has it. */
    public Sample sample(Figure figure) {
        return Sample.ofDefined(rows.stream().mapToDouble(row -> row.figure(figure)));
    }

    /** The number of trials whose training diverged. */
    public int diverged() {
        return (int) rows.stream()
                .filter(row -> row.outcome() == TrialRow.Outcome.DIVERGED)
                .count();
    }

    /** The published figure, if there is one. */
    public Optional<Published> published(Figure figure) {
        return PublishedFigures.of(condition, figure);
    }

    private SummaryRow row(Figure figure) {
        Sample sample = sample(figure);
        Published published = published(figure)
                .orElse(new Published(Double.NaN, Double.NaN, Double.NaN, Double.NaN, PublishedFigures.Kind.TEXT));
        double difference = published.difference(sample.mean());
        return new SummaryRow(
                condition.task().number(),
                condition.network(),
                condition.activation(),
                condition.init(),
                condition.batchNorm(),
                condition.l2(),
                sizes.sequences(),
                sizes.epochs(),
                sizes.explained(),
                figure,
                sample.size(),
                diverged(),
                sample.mean(),
                sample.size() < 2 ? Double.NaN : sample.populationDeviation(),
                published.value(),
                published.sd(),
                published.low(),
                published.high(),
                difference,
                difference / published.spread());
    }
}
