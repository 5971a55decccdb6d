package org.expomotif.report;

import java.util.List;
import java.util.Locale;
import org.expomotif.dataset.composition.CompositionCounts;
import org.expomotif.dataset.hdf5.Hdf5Dataset;
import org.expomotif.dataset.hdf5.Hdf5Summary;
import org.expomotif.io.table.CFormat;

/**
 * A self-contained HTML page about a data set from HDF5 files: its splits, the GC content of their positives and
 * negatives, and the positives of each class.
 */
public final class Hdf5Page {
    private Hdf5Page() {}

    /**
     * Writes the page.
     *
     * @param pathOrDash path of the file, or {@code -} for standard output
     * @param record lines of provenance, in a collapsed section at the end
     */
    public static void write(String pathOrDash, Hdf5Dataset.Result result, List<String> record) {
        HtmlPage.write(pathOrDash, render(result, record));
    }

    /** The page as text. */
    static String render(Hdf5Dataset.Result result, List<String> record) {
        Hdf5Summary summary = result.summary();
        StringBuilder body = new StringBuilder();
        splits(body, result);
        plots(body, result.compositions());
        classes(body, summary);
        DatasetPage.notes(body, summary.notes());
        long sequences = summary.splits().stream()
                .mapToLong(Hdf5Summary.SplitCounts::sequences)
                .sum();
        String fact = String.format(
                Locale.ROOT,
                "%,d sequences of %,d bases with labels of %,d %s",
                sequences,
                summary.length(),
                summary.classes().size(),
                summary.classes().size() == 1 ? "class" : "classes");
        return HtmlPage.of("Data set", List.of(fact), body.toString(), record);
    }

    private static void splits(StringBuilder body, Hdf5Dataset.Result result) {
        HtmlTable table = new HtmlTable(
                "Split", "File", "Arrays", "Axes", "#Sequences", "#Positives", "#With N", "#Unknown labels", "#GC");
        for (int i = 0; i < result.summary().splits().size(); i++) {
            Hdf5Summary.SplitCounts split = result.summary().splits().get(i);
            table.row(
                    split.split(),
                    split.file(),
                    split.array() + ", " + split.labels(),
                    split.axes(),
                    Long.toString(split.sequences()),
                    Long.toString(split.positives()),
                    Long.toString(split.unknown()),
                    Long.toString(split.unlabelled()),
                    gc(result.compositions().get(i)));
        }
        body.append("<h2>Splits</h2>\n").append(table.html());
    }

    private static String gc(Hdf5Dataset.SplitGc split) {
        CompositionCounts positives = split.positives();
        CompositionCounts negatives = split.negatives();
        double sum = (positives.size() == 0 ? 0 : positives.meanGc() * positives.size())
                + (negatives.size() == 0 ? 0 : negatives.meanGc() * negatives.size());
        return CFormat.g(sum / (positives.size() + negatives.size()), 3);
    }

    private static void plots(StringBuilder body, List<Hdf5Dataset.SplitGc> splits) {
        body.append("<h2>GC content</h2>\n<div class=\"row\">");
        for (Hdf5Dataset.SplitGc split : splits) {
            DistributionPlot plot = DistributionPlot.shares(split.split());
            if (split.negatives().size() > 0) {
                plot.add("negatives", "#255c99", split.negatives().gc());
            }
            if (split.positives().size() > 0) {
                plot.add("positives", "#d62839", split.positives().gc());
            }
            body.append(plot.svg());
        }
        body.append("</div>\n<p class=\"soft\">Positives are 1 in at least one class, negatives in none.</p>\n");
    }

    private static void classes(StringBuilder body, Hdf5Summary summary) {
        String[] headings = new String[1 + summary.splits().size()];
        headings[0] = "Class";
        for (int i = 1; i < headings.length; i++) {
            headings[i] = "#Positives in " + summary.splits().get(i - 1).split();
        }
        HtmlTable table = new HtmlTable(headings);
        for (String name : summary.classes()) {
            String[] cells = new String[headings.length];
            cells[0] = name;
            for (int i = 1; i < headings.length; i++) {
                cells[i] = String.valueOf(summary.splits().get(i - 1).classes().get(name));
            }
            table.row(cells);
        }
        body.append("<h2>Classes</h2>\n").append(table.html());
    }
}
