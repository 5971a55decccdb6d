package org.expomotif.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.dataset.build.CompositionRow;
import org.expomotif.dataset.build.DatasetRun;
import org.expomotif.dataset.build.DatasetSummary;
import org.expomotif.dataset.build.SplitComposition;
import org.expomotif.dataset.composition.CompositionCounts;
import org.expomotif.io.table.CFormat;

/**
 * A self-contained HTML page about a data set: what became of the records, the splits, and the GC content and repeat
 * fraction of positives, candidates and negatives in each split as plots and as a table.
 */
public final class DatasetPage {
    private DatasetPage() {}

    /**
     * Writes the page.
     *
     * @param pathOrDash path of the file, or {@code -} for standard output
     * @param record lines of provenance, in a collapsed section at the end
     */
    public static void write(String pathOrDash, DatasetRun.Result result, List<String> record) {
        HtmlPage.write(pathOrDash, render(result, record));
    }

    /** The page as text. */
    static String render(DatasetRun.Result result, List<String> record) {
        DatasetSummary summary = result.summary();
        StringBuilder body = new StringBuilder();
        files(body, summary);
        groups(body, summary);
        plots(body, result.composition());
        composition(body, result.composition());
        matching(body, summary);
        notes(body, summary.notes());
        return HtmlPage.of("Data set", facts(summary), body.toString(), record);
    }

    private static List<String> facts(DatasetSummary summary) {
        long positives = 0;
        long negatives = 0;
        for (DatasetSummary.Group group : summary.groups()) {
            positives += group.positives();
            negatives += group.given() + group.genome() + group.shuffled();
        }
        DatasetSummary.Leaks leaks = summary.leaks();
        String dropped = leaks.dropped() > 0 ? ", dropped" : "";
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,d positives and %,d negatives of %,d bases",
                        positives,
                        negatives,
                        summary.length()),
                String.format(
                        Locale.ROOT,
                        "%,d sequences share at least half of their %d-mers with a sequence of an earlier split%s",
                        leaks.found(),
                        leaks.k(),
                        dropped));
    }

    private static void files(StringBuilder body, DatasetSummary summary) {
        HtmlTable table =
                new HtmlTable("File", "Class", "Format", "#Records", "#Used", "#Merged", "#Dropped", "Dropped for");
        for (DatasetSummary.FileCounts file : summary.files()) {
            List<String> reasons = new ArrayList<>();
            file.droppedFor().forEach((reason, count) -> reasons.add(count + " " + reason));
            table.row(
                    file.file(),
                    file.name().isEmpty() ? file.role() : file.name(),
                    file.format() + ", " + file.centre(),
                    Long.toString(file.records()),
                    Long.toString(file.used()),
                    Long.toString(file.merged()),
                    Long.toString(file.dropped()),
                    String.join(", ", reasons));
        }
        body.append("<h2>Records</h2>\n").append(table.html());
    }

    private static void groups(StringBuilder body, DatasetSummary summary) {
        HtmlTable table =
                new HtmlTable("Split", "Chromosomes", "#Positives", "Classes", "#Genome", "#Given", "#Shuffled");
        for (DatasetSummary.Group group : summary.groups()) {
            List<String> classes = new ArrayList<>();
            for (Map.Entry<String, Long> each : group.classes().entrySet()) {
                classes.add(each.getKey() + " " + each.getValue());
            }
            int shown = Math.min(30, group.chromosomes().size());
            String more = group.chromosomes().size() > shown ? ", ..." : "";
            table.row(
                    group.name(),
                    String.join(", ", group.chromosomes().subList(0, shown)) + more,
                    Long.toString(group.positives()),
                    String.join(", ", classes),
                    Long.toString(group.genome()),
                    Long.toString(group.given()),
                    Long.toString(group.shuffled()));
        }
        body.append("<h2>Splits</h2>\n").append(table.html());
    }

    private static void plots(StringBuilder body, List<SplitComposition> splits) {
        for (SplitComposition split : splits) {
            if (split.positives().size() == 0) {
                continue;
            }
            body.append("<h2>").append(Markup.escape(split.split())).append("</h2>\n<div class=\"row\">");
            body.append(plot(DistributionPlot.shares("GC content"), split, true));
            body.append(plot(DistributionPlot.cumulative("Repeat fraction"), split, false));
            body.append("</div>\n");
        }
    }

    private static String plot(DistributionPlot plot, SplitComposition split, boolean gc) {
        add(plot, "candidates", "#888888", split.candidates(), gc);
        add(plot, "given", "#f7b32b", split.given(), gc);
        add(plot, "negatives", "#255c99", split.genome(), gc);
        add(plot, "positives", "#d62839", split.positives(), gc);
        return plot.svg();
    }

    private static void add(DistributionPlot plot, String name, String colour, CompositionCounts counts, boolean gc) {
        if (counts.size() > 0) {
            plot.add(name, colour, gc ? counts.gc() : counts.repeats());
        }
    }

    private static void composition(StringBuilder body, List<SplitComposition> splits) {
        HtmlTable table =
                new HtmlTable("Split", "Windows", "#N", "#GC", "#Repeats", "#KS of GC", "#p", "#KS of repeats", "#p");
        for (CompositionRow row : CompositionRow.of(splits)) {
            table.row(
                    row.split(),
                    row.windows(),
                    Long.toString(row.n()),
                    number(row.gc()),
                    number(row.repeats()),
                    number(row.gcStatistic()),
                    number(row.gcPValue()),
                    number(row.repeatStatistic()),
                    number(row.repeatPValue()));
        }
        body.append("<h2>Agreement with the positives</h2>\n").append(table.html());
        body.append(
                "<p class=\"soft\">KS: the statistic of Kolmogorov and Smirnov between the windows and the positives of"
                        + " the same split, 0 for equal distributions. Candidates are all windows that could have been drawn, genome"
                        + " are those that were.</p>\n");
    }

    private static void matching(StringBuilder body, DatasetSummary summary) {
        if (summary.matching().isEmpty()) {
            return;
        }
        HtmlTable table = new HtmlTable("Split", "#Candidates", "#Needed", "#Same bins", "#Nearest bins", "#Missing");
        for (DatasetSummary.Matching match : summary.matching()) {
            table.row(
                    match.group(),
                    Long.toString(match.candidates()),
                    Long.toString(match.needed()),
                    Long.toString(match.exact()),
                    Long.toString(match.near()),
                    Long.toString(match.missing()));
        }
        body.append("<h2>Negatives from the genome</h2>\n").append(table.html());
    }

    /** Adds what the user was told. */
    static void notes(StringBuilder body, List<String> notes) {
        if (!notes.isEmpty()) {
            body.append("<h2>Notes</h2>\n<ul>\n");
            notes.forEach(
                    note -> body.append("<li>").append(Markup.escape(note)).append("</li>\n"));
            body.append("</ul>\n");
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : CFormat.g(value, 3);
    }
}
