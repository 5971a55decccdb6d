package org.expomotif.report.study;

import java.util.List;
import java.util.Locale;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.benchmark.paper.Figure;
import org.expomotif.benchmark.paper.PaperTask;
import org.expomotif.benchmark.paper.Summary;
import org.expomotif.benchmark.paper.SummaryRow;
import org.expomotif.benchmark.paper.TrialRow;
import org.expomotif.report.HtmlPage;
import org.expomotif.report.HtmlTable;
import org.expomotif.report.LogoSvg;
import org.expomotif.stats.Sample;

/** The HTML page of the study beside its published figures, and its plots as files. */
public final class StudyPage {
    private static final String SOURCE = "Published: Koo and Ploenzke, Nature Machine Intelligence 3, 258-266 (2021),"
            + " doi:10.1038/s42256-020-00291-x; of ten trials, the mean (standard deviation), or the lowest and"
            + " the highest, or bounds of the mean";

    private StudyPage() {}

    /**
     * Writes the page.
     *
     * @param trials the trials, in the order of the table
     * @param record lines of provenance
     */
    public static void write(String path, List<TrialRow> trials, List<String> record) {
        List<Summary> conditions = Summary.of(trials);
        List<Summary> classes = of(conditions, PaperTask.CLASSES);
        List<Summary> billboard = of(conditions, PaperTask.BILLBOARD);
        StringBuilder body = new StringBuilder();
        if (!classes.isEmpty()) {
            body.append(section("Filters that match planted motifs (Task 1)", wide(MatchPlot.svg(conditions))));
        }
        if (!billboard.isEmpty()) {
            body.append(section("Classification and planted bases (Task 3)", wide(RecoveryPlot.svg(trials))));
        }
        body.append(section("Beside the published figures", beside(trials)));
        if (!classes.isEmpty()) {
            body.append(section(
                    "Task 1, means over trials: classification, filters, AUROC of localisation", classes(classes)));
        }
        if (!billboard.isEmpty()) {
            body.append(section(
                    "Task 3, means over trials: classification, filters, AUROC of planted bases by method",
                    billboard(billboard)));
        }
        List<String> facts =
                List.of(count(trials.size(), "trial") + " of " + count(conditions.size(), "condition"), SOURCE);
        HtmlPage.write(path, HtmlPage.of("The reference study, repeated", facts, body.toString(), record));
    }

    /** Writes the plot of the match fractions of Task 1. */
    public static void writeMatchPlot(String path, List<TrialRow> trials, List<String> record) {
        LogoSvg.write(path, MatchPlot.svg(Summary.of(trials)), record);
    }

    /** Writes the plot of classification against the recovery of planted bases in Task 3. */
    public static void writeRecoveryPlot(String path, List<TrialRow> trials, List<String> record) {
        LogoSvg.write(path, RecoveryPlot.svg(trials), record);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String section(String title, String body) {
        return "<h2>" + title + "</h2>\n" + body;
    }

    private static String wide(String picture) {
        return "<div class=\"scroll\">" + picture + "</div>\n";
    }

    private static String beside(List<TrialRow> trials) {
        HtmlTable table = new HtmlTable(
                "#task",
                "network",
                "condition",
                "figure",
                "#trials",
                "#mean",
                "#sd",
                "#published",
                "#difference",
                "#units of spread");
        for (Summary summary : Summary.of(trials)) {
            for (SummaryRow row : Summary.table(summary.rows())) {
                summary.published(row.figure())
                        .ifPresent(published -> table.row(
                                Integer.toString(row.task()),
                                row.network(),
                                summary.condition().shortName(),
                                row.figure().toString(),
                                Integer.toString(row.trials()),
                                number(row.mean()),
                                number(row.sd()),
                                published.toString(),
                                signed("%+.3f", row.difference()),
                                signed("%+.1f", row.units())));
            }
        }
        return table.html();
    }

    private static String classes(List<Summary> conditions) {
        HtmlTable table = new HtmlTable(
                "network",
                "condition",
                "#trials",
                "#diverged",
                "#AUROC",
                "#AUPR",
                "#match fraction",
                "#match in JASPAR",
                "#motifs found",
                "#localisation",
                "#localisation, published regions");
        for (Summary summary : conditions) {
            table.row(
                    summary.condition().network(),
                    summary.condition().shortName(),
                    Integer.toString(summary.rows().size()),
                    Integer.toString(summary.diverged()),
                    figure(summary, Figure.AUROC),
                    figure(summary, Figure.AUPR),
                    figure(summary, Figure.MATCH_FRACTION),
                    figure(summary, Figure.KNOWN_FRACTION),
                    figure(summary, Figure.MOTIFS_FOUND),
                    figure(summary, Figure.LOCALIZATION_AUROC),
                    figure(summary, Figure.LOCALIZATION_PUBLISHED_AUROC));
        }
        return table.html();
    }

    private static String billboard(List<Summary> conditions) {
        HtmlTable table = new HtmlTable(
                "network",
                "condition",
                "#trials",
                "#diverged",
                "#AUROC",
                "#match fraction",
                "#saliency",
                "#mutagenesis",
                "#integrated gradients",
                "#DeepSHAP");
        for (Summary summary : conditions) {
            List<String> methods = AttributionTask.METHODS.stream()
                    .map((AttributionMethodName method) -> figure(summary, Figure.auroc(method)))
                    .toList();
            table.row(
                    summary.condition().network(),
                    summary.condition().shortName(),
                    Integer.toString(summary.rows().size()),
                    Integer.toString(summary.diverged()),
                    figure(summary, Figure.AUROC),
                    figure(summary, Figure.MATCH_FRACTION),
                    methods.get(0),
                    methods.get(1),
                    methods.get(2),
                    methods.get(3));
        }
        return table.html();
    }

    private static List<Summary> of(List<Summary> conditions, PaperTask task) {
        return conditions.stream()
                .filter(summary -> summary.condition().task() == task)
                .toList();
    }

    /** Mean and, of several trials, standard deviation. */
    private static String figure(Summary summary, Figure figure) {
        Sample sample = summary.sample(figure);
        return sample.size() < 2
                ? number(sample.mean())
                : number(sample.mean()) + " (" + number(sample.populationDeviation()) + ")";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String signed(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
