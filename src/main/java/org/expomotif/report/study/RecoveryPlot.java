package org.expomotif.report.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.benchmark.paper.Figure;
import org.expomotif.benchmark.paper.PaperTask;
import org.expomotif.benchmark.paper.TrialRow;

/**
 * Classification against interpretability in Task 3, after figure 2 of Koo and Ploenzke (2021): a panel for each
 * network and method, a marker for each trial at its AUROC of classification and its AUROC of finding planted bases.
 */
final class RecoveryPlot {
    private static final double LEFT = 52;
    private static final double WIDTH = 190;
    private static final double HEIGHT = 170;
    private static final double TITLE = 26;
    private static final double BELOW = 44;
    private static final double GAP = 44;
    private static final double LEGEND = 24;
    private static final double STEP = 0.05;

    private RecoveryPlot() {}

    /** Draws the plot; a sentence in place of panels if no trial is of Task 3. */
    static String svg(List<TrialRow> trials) {
        List<TrialRow> rows = trials.stream()
                .filter(row ->
                        row.key().condition().task() == PaperTask.BILLBOARD && !Double.isNaN(row.figure(Figure.AUROC)))
                .toList();
        Set<String> networks = rows.stream()
                .map(row -> row.key().condition().network())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<AttributionMethodName> methods = AttributionTask.METHODS;
        double panelHeight = TITLE + HEIGHT + BELOW;
        Canvas canvas = new Canvas(
                LEFT + methods.size() * (WIDTH + GAP),
                networks.size() * panelHeight + LEGEND,
                "AUROC of classification against AUROC of finding planted bases, by network and method");
        Panel.Range x = range(rows, List.of(Figure.AUROC));
        Panel.Range y = range(rows, methods.stream().map(Figure::auroc).toList());
        double top = TITLE;
        for (String network : networks) {
            for (int m = 0; m < methods.size(); m++) {
                Panel frame = new Panel(LEFT + m * (WIDTH + GAP), top, WIDTH, HEIGHT, x, y);
                draw(canvas, frame, network, methods.get(m), rows);
            }
            canvas.upright(14, top + HEIGHT / 2, "AUROC, planted bases");
            top += panelHeight;
        }
        if (rows.isEmpty()) {
            canvas.text(LEFT, 14, Canvas.Anchor.START, "No trial of Task 3 is complete.");
        } else {
            legend(canvas, rows, networks.size() * panelHeight + 10);
        }
        return canvas.svg();
    }

    private static void draw(
            Canvas canvas, Panel frame, String network, AttributionMethodName method, List<TrialRow> rows) {
        canvas.heading(frame.left(), frame.top() - 8, network + ", " + method);
        frame.drawVertical(canvas);
        frame.drawHorizontal(canvas);
        canvas.text(frame.left() + WIDTH / 2, frame.top() + HEIGHT + 30, Canvas.Anchor.MIDDLE, "AUROC, classification");
        for (TrialRow row : rows) {
            double recovered = row.figure(Figure.auroc(method));
            if (row.key().condition().network().equals(network) && !Double.isNaN(recovered)) {
                double classified = row.figure(Figure.AUROC);
                canvas.marker(
                        Marker.of(row.key().condition().activation()),
                        frame.x(classified),
                        frame.y(recovered),
                        String.format(
                                Locale.ROOT,
                                "%s, seed %d: %.3f, %.3f",
                                row.key().condition().shortName(),
                                row.key().seed(),
                                classified,
                                recovered));
            }
        }
    }

    private static void legend(Canvas canvas, List<TrialRow> rows, double y) {
        Set<Marker> markers = rows.stream()
                .map(row -> Marker.of(row.key().condition().activation()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        double x = LEFT;
        for (Marker marker : markers) {
            canvas.marker(marker, x, y - 4, marker.toString());
            canvas.text(x + 9, y, Canvas.Anchor.START, marker.toString());
            x += 100;
        }
    }

    /** The values of some figures, between multiples of the step. */
    private static Panel.Range range(List<TrialRow> rows, List<Figure> figures) {
        double[] values = rows.stream()
                .flatMapToDouble(row -> figures.stream().mapToDouble(row::figure))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (values.length == 0) {
            return Panel.Range.SHARE;
        }
        double last = values[values.length - 1];
        double step = last - values[0] > 5 * STEP ? 2 * STEP : STEP;
        double from = Math.floor(values[0] / step) * step;
        return new Panel.Range(from, Math.max(from + step, Math.ceil(last / step) * step), step);
    }
}
