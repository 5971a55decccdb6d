package org.expomotif.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.expomotif.compare.TargetMatch;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;

/**
 * A self-contained HTML page with one row per motif: logo, consensus, number of sites and information. A row also has
 * the best match with its aligned logo below, further matches with their logos in a collapsed section, and a verdict
 * with a legend, as far as these are given.
 */
public final class FilterPage {
    private FilterPage() {}

    /**
     * Writes the page.
     *
     * @param pathOrDash path of the file, or {@code -} for standard output
     * @param title heading of the page
     * @param facts lines below the heading that describe the run
     * @param rows the motifs, in the order of the page
     * @param record lines of provenance, in a collapsed section at the end; may be empty
     */
    public static void write(
            String pathOrDash, String title, List<String> facts, List<MotifRow> rows, List<String> record) {
        HtmlPage.write(pathOrDash, render(title, facts, rows, record));
    }

    /** The page as text. */
    static String render(String title, List<String> facts, List<MotifRow> rows, List<String> record) {
        boolean matched = rows.stream().anyMatch(r -> r.best().isPresent());
        boolean withVerdicts = rows.stream().anyMatch(r -> r.verdict().isPresent());
        boolean withReasons = rows.stream().anyMatch(r -> r.reasoned().isPresent());
        StringBuilder table = new StringBuilder();
        TableMarkup.open(table);
        TableMarkup.heading(table, "Motif");
        TableMarkup.pictureHeading(table, matched ? "Logo, match below" : "Logo");
        TableMarkup.heading(table, "Consensus");
        TableMarkup.numberHeading(table, "Sites");
        TableMarkup.numberHeading(table, "Bits");
        if (matched) {
            TableMarkup.heading(table, "Best match");
            TableMarkup.numberHeading(table, "q");
            TableMarkup.numberHeading(table, "E");
        }
        if (withVerdicts) {
            TableMarkup.heading(table, "Verdict");
            TableMarkup.numberHeading(table, "Null rate");
        }
        if (withReasons) {
            TableMarkup.heading(table, "Verdict and reason");
        }
        TableMarkup.rows(table);
        for (MotifRow row : rows) {
            row(table, row, matched, withVerdicts);
            if (withReasons) {
                reason(table, row);
            }
            table.append("</tr>\n");
        }
        TableMarkup.close(table);
        table.append(withVerdicts ? legend(rows) : "");
        table.append(withReasons ? reasonLegend(rows) : "");
        return HtmlPage.of(title, facts, table.toString(), record);
    }

    private static void row(StringBuilder table, MotifRow row, boolean matched, boolean withVerdicts) {
        Motif motif = row.motif();
        table.append("<tr>");
        cell(table, "", motif.id(), () -> {
            table.append(Markup.escape(motif.id()));
            soft(table, motif.name());
        });
        table.append("<td>").append(logo(row));
        table.append(FurtherMatches.render(row.motif(), row.others())).append("</td>");
        String consensus = motif.consensus();
        cell(
                table,
                "",
                consensus,
                () -> table.append("<code>").append(consensus).append("</code>"));
        number(table, motif.sites() > 0 ? CFormat.g(motif.sites(), 10) : "");
        number(table, String.format(Locale.ROOT, "%.1f", InformationContent.total(motif.matrix(), Background.UNIFORM)));
        if (matched) {
            match(table, row);
        }
        if (withVerdicts) {
            verdict(table, row);
        }
    }

    private static String logo(MotifRow row) {
        return row.best()
                .map(m -> AlignedLogos.render(
                        row.motif(), m.target(), m.row().offset(), m.row().orientation(), LogoOptions.SMALL))
                .orElseGet(() -> LogoSvg.render(row.motif(), LogoOptions.SMALL));
    }

    private static void match(StringBuilder table, MotifRow row) {
        if (row.best().isEmpty()) {
            table.append("<td data-key=\"\" class=\"soft\">none</td>");
            number(table, "");
            number(table, "");
            return;
        }
        TargetMatch best = row.best().get();
        String name = best.target().name();
        cell(table, "", name.isEmpty() ? best.target().id() : name, () -> {
            table.append(name.isEmpty() ? "" : "<strong>" + Markup.escape(name) + "</strong> ");
            table.append(Markup.escape(best.target().id()))
                    .append(" (")
                    .append(best.row().orientation());
            table.append(")");
        });
        number(table, CFormat.g(best.row().qValue(), 3));
        number(table, CFormat.g(best.row().eValue(), 3));
    }

    private static void verdict(StringBuilder table, MotifRow row) {
        String word = row.verdict().map(MotifRow.Verdict::word).orElse("");
        boolean good = row.verdict().filter(MotifRow.Verdict::good).isPresent();
        cell(
                table,
                "",
                word,
                () -> table.append(good ? "<span class=\"good\">" : "<span class=\"soft\">")
                        .append(Markup.escape(word))
                        .append("</span>"));
        number(
                table,
                row.verdict()
                        .filter(v -> !Double.isNaN(v.nullRate()))
                        .map(v -> CFormat.g(v.nullRate(), 3))
                        .orElse(""));
    }

    /** The meanings of the verdicts on the page and of the null rate. */
    private static String legend(List<MotifRow> rows) {
        Map<String, String> meanings = new TreeMap<>();
        rows.stream().flatMap(row -> row.verdict().stream()).forEach(v -> meanings.put(v.word(), v.meaning()));
        StringBuilder legend = new StringBuilder("<dl class=\"legend\">");
        meanings.forEach((word, meaning) -> TableMarkup.entry(legend, Markup.escape(word), Markup.escape(meaning)));
        TableMarkup.entry(legend, "Null rate", "share of the shuffles of the motif that match a planted one too");
        return legend.append("</dl>\n").toString();
    }

    private static void reason(StringBuilder table, MotifRow row) {
        String word = row.reasoned().map(MotifRow.Reasoned::word).orElse("");
        boolean good = row.reasoned().filter(MotifRow.Reasoned::good).isPresent();
        cell(table, " class=\"reason\"", word, () -> {
            table.append(good ? "<span class=\"good\">" : "<span>")
                    .append(Markup.escape(word))
                    .append("</span>");
            soft(table, row.reasoned().map(MotifRow.Reasoned::reason).orElse(""));
        });
    }

    private static String reasonLegend(List<MotifRow> rows) {
        Map<String, String> meanings = new TreeMap<>();
        rows.stream().flatMap(row -> row.reasoned().stream()).forEach(r -> meanings.put(r.word(), r.meaning()));
        StringBuilder legend = new StringBuilder("<dl class=\"legend\">");
        meanings.forEach((word, meaning) -> TableMarkup.entry(legend, Markup.escape(word), Markup.escape(meaning)));
        return legend.append("</dl>\n").toString();
    }

    private static void number(StringBuilder table, String text) {
        cell(table, " class=\"number\"", text, () -> table.append(text));
    }

    private static void cell(StringBuilder table, String attributes, String key, Runnable content) {
        table.append("<td")
                .append(attributes)
                .append(" data-key=\"")
                .append(Markup.escape(key))
                .append("\">");
        content.run();
        table.append("</td>");
    }

    private static void soft(StringBuilder table, String text) {
        if (!text.isEmpty()) {
            table.append("<div class=\"soft\">").append(Markup.escape(text)).append("</div>");
        }
    }
}
