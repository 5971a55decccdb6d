package org.expomotif.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.expomotif.benchmark.paper.Condition;
import org.expomotif.benchmark.paper.Figure;
import org.expomotif.benchmark.paper.Group;
import org.expomotif.benchmark.paper.PaperTask;
import org.expomotif.benchmark.paper.Published;
import org.expomotif.benchmark.paper.PublishedFigures;
import org.expomotif.benchmark.paper.Summary;
import org.expomotif.stats.Sample;

/**
 * The match fractions of the conditions of Task 1, after figure 1c of Koo and Ploenzke (2021): a panel for each network
 * and group of conditions, a marker for each trial, a box where a condition has {@value #BOX} trials or more, and the
 * published mean or its bounds.
 */
final class MatchPlot {
    private static final int BOX = 4;
    private static final double LEFT = 48;
    private static final double COLUMN = 34;
    private static final double HEIGHT = 130;
    private static final double TITLE = 24;
    private static final double BELOW = 24;
    private static final double LEGEND = 24;
    private static final double MIN_WIDTH = 580;
    private static final double HALF_BOX = 9;

    private record Place(String network, Group group) {
        private String title() {
            return network
                    + switch (group) {
                        case PLAIN -> "";
                        case MODIFIED -> ", modified activations";
                        case SCALE -> ", exponential(K x)";
                        case INIT -> ", initial weights and batch normalisation";
                    };
        }
    }

    private MatchPlot() {}

    /** Draws the plot; a sentence in place of panels if no condition is of Task 1. */
    static String svg(List<Summary> conditions) {
        Map<Place, List<Summary>> panels = new LinkedHashMap<>();
        for (Summary summary : conditions) {
            Condition condition = summary.condition();
            if (condition.task() == PaperTask.CLASSES
                    && summary.sample(Figure.MATCH_FRACTION).size() > 0) {
                panels.computeIfAbsent(new Place(condition.network(), condition.group()), key -> new ArrayList<>())
                        .add(summary);
            }
        }
        int widest = panels.values().stream().mapToInt(List::size).max().orElse(0);
        double left = panels.values().stream().mapToDouble(MatchPlot::left).reduce(LEFT, Math::max);
        double height = panels.values().stream().mapToDouble(MatchPlot::height).sum();
        Canvas canvas = new Canvas(
                Math.max(MIN_WIDTH, left + widest * COLUMN + LEFT),
                height + LEGEND,
                "Fraction of first-layer filters that match a planted motif, by network and activation");
        double top = TITLE;
        for (Map.Entry<Place, List<Summary>> panel : panels.entrySet()) {
            double width = panel.getValue().size() * COLUMN;
            canvas.heading(left, top - 8, panel.getKey().title());
            Panel frame = new Panel(left, top, width, HEIGHT, Panel.Range.SHARE, Panel.Range.SHARE);
            frame.drawVertical(canvas);
            canvas.upright(left - LEFT + 14, top + HEIGHT / 2, "match fraction");
            for (int i = 0; i < panel.getValue().size(); i++) {
                draw(canvas, frame, left + (i + 0.5) * COLUMN, panel.getValue().get(i));
            }
            top += height(panel.getValue());
        }
        canvas.text(
                left,
                height + 14,
                Canvas.Anchor.START,
                panels.isEmpty()
                        ? "No trial of Task 1 is complete."
                        : "Markers: trials. Boxes: quartiles and median. Open diamonds: published means. Thick bars: "
                                + "bounds of published means.");
        return canvas.svg();
    }

    /** The space to the left of a panel that its axis and the first of its labels need. */
    private static double left(List<Summary> conditions) {
        return IntStream.range(0, conditions.size())
                .mapToDouble(i -> Canvas.risingWidth(label(conditions.get(i))) - i * COLUMN)
                .reduce(LEFT, Math::max);
    }

    /** The height of a panel with its title and its labels. */
    private static double height(List<Summary> conditions) {
        return TITLE
                + HEIGHT
                + BELOW
                + conditions.stream()
                        .mapToDouble(summary -> Canvas.risingHeight(label(summary)))
                        .reduce(0, Math::max);
    }

    private static String label(Summary summary) {
        return summary.condition().shortName();
    }

    private static void draw(Canvas canvas, Panel frame, double x, Summary summary) {
        Sample sample = summary.sample(Figure.MATCH_FRACTION);
        if (sample.size() >= BOX) {
            box(canvas, frame, x, sample);
        }
        double[] values = sample.values();
        for (int i = 0; i < values.length; i++) {
            double aside = values.length == 1 ? 0 : 8.0 * i / (values.length - 1) - 4;
            canvas.marker(
                    Marker.of(summary.condition().activation()),
                    x + aside,
                    frame.y(values[i]),
                    String.format(Locale.ROOT, "%s: %.3f", label(summary), values[i]));
        }
        summary.published(Figure.MATCH_FRACTION)
                .ifPresent(published -> draw(canvas, frame, x + HALF_BOX + 3, published));
        canvas.rising(x + 4, frame.top() + frame.height() + 14, label(summary));
    }

    private static void box(Canvas canvas, Panel frame, double x, Sample sample) {
        double low = frame.y(sample.quantile(0.25));
        double high = frame.y(sample.quantile(0.75));
        double middle = frame.y(sample.quantile(0.5));
        canvas.path(
                "M" + Canvas.at(x - HALF_BOX, low) + "L" + Canvas.at(x + HALF_BOX, low) + "L"
                        + Canvas.at(x + HALF_BOX, high) + "L" + Canvas.at(x - HALF_BOX, high) + "Z",
                "none",
                1,
                0.7);
        canvas.path("M" + Canvas.at(x - HALF_BOX, middle) + "L" + Canvas.at(x + HALF_BOX, middle), "none", 2, 0.9);
        canvas.line(x, low, x, frame.y(sample.quantile(0)), 0.7);
        canvas.line(x, high, x, frame.y(sample.quantile(1)), 0.7);
    }

    private static void draw(Canvas canvas, Panel frame, double x, Published published) {
        if (published.kind() == PublishedFigures.Kind.BOUNDS) {
            canvas.path(
                    "M" + Canvas.at(x, frame.y(published.low())) + "L" + Canvas.at(x, frame.y(published.high())),
                    "none",
                    2.5,
                    0.6);
        } else {
            double y = frame.y(published.value());
            canvas.path(
                    "M" + Canvas.at(x - 4, y) + "L" + Canvas.at(x, y - 4) + "L" + Canvas.at(x + 4, y) + "L"
                            + Canvas.at(x, y + 4) + "Z",
                    "none",
                    1.2,
                    0.9);
        }
    }
}
