package org.expomotif.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.expomotif.enrich.EnrichedMotif;
import org.expomotif.enrich.MotifGroup;
import org.expomotif.enrich.statistic.CentralEnrichment;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.io.table.CFormat;

/**
 * A self-contained HTML page of enriched motifs, one row per group of similar motifs: the logo of the most enriched
 * one, its figures and the positions of its best sites. The other motifs of the group are in a collapsed section.
 */
public final class EnrichmentPage {
    /** Maximum number of groups, which limits the size of the page. */
    static final int GROUPS = 100;

    /** Maximum number of motifs of a group with a logo. */
    private static final int SIMILAR = 12;

    /** Logarithm of the p-value up to which the central window is drawn: 0.05. */
    private static final double DRAWN = Math.log(0.05);

    private static final LogoOptions LOGO = LogoOptions.SMALL.sized(8, 36);
    private static final LogoOptions LOW = LogoOptions.SMALL.sized(8, 26);

    private final StringBuilder text = new StringBuilder();
    private final Map<String, EnrichmentRow> rows;

    private EnrichmentPage(Map<String, EnrichmentRow> rows) {
        this.rows = rows;
    }

    /**
     * Writes the page.
     *
     * @param pathOrDash path of the file, or {@code -} for standard output
     * @param facts lines below the heading that describe the run
     * @param groups the groups, in the order of the page
     * @param rows the lines of the table, by the identifiers of the motifs
     * @param record lines of provenance, in a collapsed section at the end
     */
    public static void write(
            String pathOrDash,
            List<String> facts,
            List<MotifGroup> groups,
            Map<String, EnrichmentRow> rows,
            List<String> record) {
        HtmlPage.write(pathOrDash, render(facts, groups, rows, record));
    }

    /** The page as text. */
    static String render(
            List<String> facts, List<MotifGroup> groups, Map<String, EnrichmentRow> rows, List<String> record) {
        String body = groups.isEmpty()
                ? "<p>No motif reaches the threshold.</p>\n"
                : new EnrichmentPage(rows).table(groups) + legend(groups.size());
        return HtmlPage.of("Enriched motifs", facts, body, record);
    }

    private String table(List<MotifGroup> groups) {
        TableMarkup.open(text);
        TableMarkup.heading(text, "Motif");
        TableMarkup.pictureHeading(text, "Logo");
        TableMarkup.numberHeading(text, "Sequences");
        TableMarkup.numberHeading(text, "Controls");
        TableMarkup.numberHeading(text, "Ratio");
        TableMarkup.numberHeading(text, "E");
        TableMarkup.numberHeading(text, "q");
        TableMarkup.numberHeading(text, "AUC");
        TableMarkup.pictureHeading(text, "Positions");
        TableMarkup.numberHeading(text, "Central E");
        TableMarkup.rows(text);
        groups.stream().limit(GROUPS).forEach(this::group);
        TableMarkup.close(text);
        return text.toString();
    }

    private void group(MotifGroup group) {
        EnrichedMotif motif = group.best();
        EnrichmentRow row = Optional.ofNullable(rows.get(motif.motif().id())).orElseThrow();
        text.append("<tr><td data-key=\"").append(row.rank()).append("\"><strong>");
        String name = row.name().isEmpty() ? row.id() : row.name();
        text.append(Markup.escape(name)).append("</strong>");
        if (!row.name().isEmpty()) {
            text.append("<div class=\"soft\">").append(Markup.escape(row.id())).append("</div>");
        }
        text.append("</td><td>").append(LogoSvg.render(motif.motif(), LOGO));
        similar(group.members().subList(1, group.members().size()));
        text.append("</td>");
        count(row.positivesWithSite(), row.positivesPercent());
        count(row.controlsWithSite(), row.controlsPercent());
        TableMarkup.number(text, CFormat.g(row.ratio(), 3), CFormat.g(row.ratio(), 3));
        TableMarkup.number(text, Double.toString(motif.logE()), row.eValue());
        TableMarkup.number(text, Double.toString(motif.logQ()), row.qValue());
        TableMarkup.number(text, CFormat.g(motif.auc(), 3), CFormat.g(motif.auc(), 3));
        text.append("<td>").append(positions(motif, name)).append("</td>");
        if (motif.central().isPresent()) {
            TableMarkup.number(text, Double.toString(motif.central().get().adjustedLogP()), row.centralE());
        } else {
            TableMarkup.number(text, "", "");
        }
        text.append("</tr>\n");
    }

    private static String positions(EnrichedMotif motif, String name) {
        if (motif.central().isEmpty()) {
            return "";
        }
        CentralEnrichment central = motif.central().get();
        boolean drawn = central.adjustedLogP() <= DRAWN;
        String title = String.format(
                Locale.ROOT, "positions of the best sites of %s in %d sequences", name, central.sequences());
        return PositionPlot.render(
                motif.centralWeights(),
                drawn ? central.width() : 0,
                drawn ? title + "; central window of " + central.width() + " bases" : title);
    }

    private void similar(List<EnrichedMotif> others) {
        if (others.isEmpty()) {
            return;
        }
        text.append("<details class=\"soft\"><summary>")
                .append(others.size())
                .append(others.size() == 1 ? " similar motif" : " similar motifs")
                .append("</summary>\n");
        for (EnrichedMotif other : others.subList(0, Math.min(SIMILAR, others.size()))) {
            EnrichmentRow row =
                    Optional.ofNullable(rows.get(other.motif().id())).orElseThrow();
            text.append("<div>").append(Markup.escape(row.name().isEmpty() ? row.id() : row.name()));
            text.append(row.name().isEmpty() ? "" : " " + Markup.escape(row.id()));
            text.append(", ratio ").append(CFormat.g(row.ratio(), 3));
            text.append(", E ").append(row.eValue()).append("</div>\n");
            text.append(LogoSvg.render(other.motif(), LOW));
        }
        if (others.size() > SIMILAR) {
            text.append("<div>").append(others.size() - SIMILAR).append(" more in the table</div>");
        }
        text.append("</details>");
    }

    private void count(int n, String percent) {
        TableMarkup.number(text, percent, n + "<div class=\"soft\">" + percent + "%</div>");
    }

    private static String legend(int groups) {
        StringBuilder legend = new StringBuilder();
        if (groups > GROUPS) {
            legend.append("<p>")
                    .append(groups - GROUPS)
                    .append(" further groups of motifs are in the table only.</p>\n");
        }
        legend.append("<dl class=\"legend\">");
        TableMarkup.entry(
                legend, "Sequences, Controls", "how many have a site that reaches the score threshold of the motif");
        TableMarkup.entry(legend, "Ratio", "of the two shares, with one more sequence on each side");
        TableMarkup.entry(legend, "E", "p-value times the number of motifs tested");
        TableMarkup.entry(
                legend, "Central E", "p-value of that window, corrected for all windows, times the number of motifs");
        TableMarkup.entry(legend, "q", "false discovery rate among this motif and those before it");
        TableMarkup.entry(
                legend,
                "AUC",
                "chance that the best site of a sequence scores higher than that of a control; 0.5 by chance");
        TableMarkup.entry(
                legend,
                "Positions",
                "best site of each sequence; grey: the central window with the lowest p-value, if that is at most 0.05");
        return legend.append("</dl>\n").toString();
    }
}
