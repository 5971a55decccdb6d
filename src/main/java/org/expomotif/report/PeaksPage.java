package org.expomotif.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.TargetMatch;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Motif;

/**
 * A self-contained HTML page about a set of peaks: the known motifs that are enriched in them, the motifs that networks
 * have learned from them, and the strongest peaks base by base.
 */
public final class PeaksPage {
    /** Maximum number of known motifs, which limits the size of the page. */
    private static final int KNOWN = 20;

    private static final String KNOWN_MOTIF = "known";
    private static final String NEW_MOTIF = "new";

    private static final LogoOptions LOGO = LogoOptions.SMALL.sized(9, 40);
    private static final double COLUMN = 9;

    private final StringBuilder text = new StringBuilder();

    private PeaksPage() {}

    /**
     * The content of the page.
     *
     * @param facts lines below the heading
     * @param known enriched known motifs, most enriched first
     * @param learned motifs of the networks, most enriched first
     * @param networks number of networks
     * @param explained peaks, the strongest first
     * @param files what the files of the folder hold, by their names
     */
    public record Content(
            List<String> facts,
            List<Known> known,
            List<Learned> learned,
            int networks,
            List<Explained> explained,
            Map<String, String> files) {}

    /**
     * An enriched known motif, which stands for a group of similar ones.
     *
     * @param motif the motif
     * @param row its row of the table
     * @param similar number of other motifs of its group
     * @param distances number of sites by their distance from the centre of the peak, in half bases from the first base
     *     of the window to the last
     * @param learners number of networks with a filter that matches a motif of the group better than chance
     */
    public record Known(Motif motif, EnrichmentRow row, int similar, double[] distances, int learners) {}

    /**
     * A group of filters that match one another.
     *
     * @param motif their consensus
     * @param learners number of networks with a filter of the group
     * @param filters number of filters of the group
     * @param match best match among the known motifs, if there is one that is more than chance
     * @param row row of the table of enrichment in the test peaks, if the group is enriched
     */
    public record Learned(
            Motif motif, int learners, int filters, Optional<TargetMatch> match, Optional<EnrichmentRow> row) {}

    /**
     * A peak whose bases are scored.
     *
     * @param name name of the peak
     * @param place where the bases shown are
     * @param probability predicted probability that it is a peak
     * @param scores score of each base shown, columns A C G T
     * @param sites sites in the bases shown
     */
    public record Explained(String name, String place, double probability, double[][] scores, List<Site> sites) {}

    /**
     * A site among the bases shown.
     *
     * @param motif name of the motif
     * @param start first base shown that it covers, from 0
     * @param end base after the last one shown that it covers
     * @param strand {@code +} or {@code -}
     */
    public record Site(String motif, int start, int end, char strand) {}

    /**
     * Writes the page.
     *
     * @param file path of the file
     * @param title heading of the page
     * @param record lines of provenance, in a collapsed section at the end
     */
    public static void write(String file, String title, Content content, List<String> record) {
        HtmlPage.write(file, render(title, content, record));
    }

    /** The page as text. */
    static String render(String title, Content content, List<String> record) {
        PeaksPage page = new PeaksPage();
        page.known(content);
        page.learned(content);
        page.explained(content.explained());
        page.files(content.files());
        return HtmlPage.of(title, content.facts(), page.text.toString(), record);
    }

    private void known(Content content) {
        text.append("<h2>Known motifs that are enriched in the peaks</h2>\n");
        if (content.known().isEmpty()) {
            text.append("<p>No motif of the database is enriched: the E-value of each is above 0.05.</p>\n");
            return;
        }
        TableMarkup.open(text);
        TableMarkup.heading(text, "Motif");
        TableMarkup.pictureHeading(text, "Logo");
        TableMarkup.numberHeading(text, "Peaks");
        TableMarkup.numberHeading(text, "Controls");
        TableMarkup.numberHeading(text, "Ratio");
        TableMarkup.numberHeading(text, "E");
        TableMarkup.numberHeading(text, "AUC");
        TableMarkup.pictureHeading(text, "Distance from centre");
        TableMarkup.numberHeading(text, "Networks");
        TableMarkup.rows(text);
        for (Known known :
                content.known().subList(0, Math.min(KNOWN, content.known().size()))) {
            EnrichmentRow row = known.row();
            text.append("<tr>");
            name(known.motif(), known.similar() == 0 ? "" : "and " + known.similar() + " similar");
            text.append("<td>").append(LogoSvg.render(known.motif(), LOGO)).append("</td>");
            TableMarkup.number(text, row.positivesPercent(), row.positivesPercent() + "%");
            TableMarkup.number(text, row.controlsPercent(), row.controlsPercent() + "%");
            TableMarkup.number(text, CFormat.g(row.ratio(), 3), CFormat.g(row.ratio(), 3));
            TableMarkup.number(text, row.logE(), row.eValue());
            TableMarkup.number(text, CFormat.g(row.auc(), 3), CFormat.g(row.auc(), 3));
            text.append("<td>")
                    .append(PositionPlot.render(known.distances(), 0, "sites of " + label(known.motif())))
                    .append("</td>");
            learners(known.learners(), content.networks());
            text.append("</tr>\n");
        }
        TableMarkup.close(text);
        int more = content.known().size() - KNOWN;
        text.append("<dl class=\"legend\">");
        TableMarkup.entry(
                text, "Peaks, Controls", "how many have a site that reaches the score threshold of the motif");
        TableMarkup.entry(text, "Ratio", "of the two shares, with one more sequence on each side");
        TableMarkup.entry(text, "E", "p-value times the number of motifs tested");
        TableMarkup.entry(
                text, "AUC", "chance that the best site of a peak scores higher than that of a control; 0.5 by chance");
        TableMarkup.entry(
                text,
                "Distance from centre",
                "sites at p below 1e-4, from the left end of the window to the right end");
        TableMarkup.entry(text, "Networks", "how many have a filter that matches this motif or a similar one");
        text.append("</dl>\n");
        if (more > 0) {
            text.append("<p>").append(more).append(" more are in enriched.html.</p>\n");
        }
    }

    private void learned(Content content) {
        text.append("<h2>Motifs that the networks have learned</h2>\n");
        if (content.learned().isEmpty()) {
            text.append("<p>No filter is enriched in the test peaks or matches a known motif.</p>\n");
            return;
        }
        TableMarkup.open(text);
        TableMarkup.heading(text, "Motif");
        TableMarkup.pictureHeading(text, "Logo, match below");
        TableMarkup.heading(text, "Match");
        TableMarkup.numberHeading(text, "E of match");
        TableMarkup.numberHeading(text, "Networks");
        TableMarkup.numberHeading(text, "Test peaks");
        TableMarkup.numberHeading(text, "Controls");
        TableMarkup.numberHeading(text, "E");
        TableMarkup.heading(text, "Verdict");
        TableMarkup.rows(text);
        for (Learned learned : content.learned()) {
            text.append("<tr>");
            String more = learned.filters() == 1 ? "1 filter" : learned.filters() + " filters";
            text.append("<td data-key=\"")
                    .append(Markup.escape(learned.motif().id()))
                    .append("\"><strong>")
                    .append(Markup.escape(learned.motif().id()))
                    .append("</strong><div class=\"soft\">")
                    .append(more)
                    .append("</div></td><td>")
                    .append(logo(learned))
                    .append("</td>");
            match(learned.match());
            learners(learned.learners(), content.networks());
            if (learned.row().isPresent()) {
                EnrichmentRow row = learned.row().get();
                TableMarkup.number(text, row.positivesPercent(), row.positivesPercent() + "%");
                TableMarkup.number(text, row.controlsPercent(), row.controlsPercent() + "%");
                TableMarkup.number(text, row.logE(), row.eValue());
            } else {
                TableMarkup.number(text, "", "");
                TableMarkup.number(text, "", "");
                text.append("<td data-key=\"\" class=\"soft\">above 0.05</td>");
            }
            String verdict = verdict(learned);
            boolean good = verdict.equals(KNOWN_MOTIF) || verdict.equals(NEW_MOTIF);
            text.append("<td data-key=\"")
                    .append(verdict)
                    .append(good ? "\"><span class=\"good\">" : "\"><span class=\"soft\">")
                    .append(verdict)
                    .append("</span></td></tr>\n");
        }
        TableMarkup.close(text);
        text.append("<dl class=\"legend\">");
        TableMarkup.entry(text, "Motif", "consensus of first-layer filters that match one another, from all networks");
        TableMarkup.entry(
                text,
                "Match",
                "best match among the known motifs with an E-value of at most 0.1, if it is better than those of shuffles"
                        + " of the motif and the overlap has at least half of the information of both motifs;"
                        + " filter_verdicts.tsv has the reasons");
        TableMarkup.entry(text, "Test peaks, Controls, E", "enrichment in the peaks that no network was trained on");
        TableMarkup.entry(
                text,
                "Verdict",
                "known: enriched, and matches a known motif; new: enriched, matches none, and learned by at least two"
                        + " networks; unconfirmed: the same, but learned by one network alone; not enriched: matches a"
                        + " known motif, but the E-value of the enrichment is above 0.05");
        text.append("</dl>\n");
    }

    private static String verdict(Learned learned) {
        if (learned.row().isEmpty()) {
            return "not enriched";
        }
        if (learned.match().isPresent()) {
            return KNOWN_MOTIF;
        }
        return learned.learners() > 1 ? NEW_MOTIF : "unconfirmed";
    }

    private static String logo(Learned learned) {
        return learned.match()
                .map(match -> AlignedLogos.render(
                        learned.motif(),
                        match.target(),
                        match.row().offset(),
                        match.row().orientation(),
                        LOGO))
                .orElseGet(() -> LogoSvg.render(learned.motif(), LOGO));
    }

    private void match(Optional<TargetMatch> found) {
        if (found.isEmpty()) {
            text.append("<td data-key=\"\" class=\"soft\">none</td>");
            TableMarkup.number(text, "", "");
            return;
        }
        MotifMatch row = found.get().row();
        String name = label(found.get().target());
        text.append("<td data-key=\"")
                .append(Markup.escape(name))
                .append("\"><strong>")
                .append(Markup.escape(name))
                .append("</strong><div class=\"soft\">")
                .append(Markup.escape(found.get().target().id()))
                .append("</div></td>");
        TableMarkup.number(text, CFormat.g(row.eValue(), 3), CFormat.g(row.eValue(), 3));
    }

    private void explained(List<Explained> peaks) {
        if (peaks.isEmpty()) {
            return;
        }
        text.append(
                        "<h2>The strongest peaks, base by base</h2>\n<p class=\"soft\">Integrated gradients: how much each base")
                .append(" adds to the prediction (above the line) or takes from it (below). Bars are the sites of the")
                .append(" enriched known motifs at p below 1e-4.</p>\n");
        for (Explained peak : peaks) {
            text.append("<h3>")
                    .append(Markup.escape(peak.name()))
                    .append(" <span class=\"soft\">")
                    .append(Markup.escape(peak.place()))
                    .append(String.format(
                            Locale.ROOT, ", predicted probability %.3f</span></h3>\n", peak.probability()))
                    .append("<div class=\"scroll\">");
            String title = "base scores of " + peak.name();
            text.append(LogoSvg.renderScores(
                    peak.scores(), LogoOptions.SMALL.sized(COLUMN, 70).titled(title)));
            text.append(SiteBars.render(peak.sites(), peak.scores().length, COLUMN))
                    .append("</div>\n");
        }
    }

    private void files(Map<String, String> files) {
        text.append("<h2>Files</h2>\n<dl class=\"legend\">");
        files.forEach((name, meaning) -> text.append("<dt><a href=\"")
                .append(Markup.escape(name))
                .append("\">")
                .append(Markup.escape(name))
                .append("</a></dt><dd>")
                .append(Markup.escape(meaning))
                .append("</dd>\n"));
        text.append("</dl>\n");
    }

    private void name(Motif motif, String more) {
        List<String> soft = new ArrayList<>();
        if (!motif.name().isEmpty() && !motif.name().equals(motif.id())) {
            soft.add(motif.id());
        }
        if (!more.isEmpty()) {
            soft.add(more);
        }
        text.append("<td data-key=\"")
                .append(Markup.escape(label(motif)))
                .append("\"><strong>")
                .append(Markup.escape(label(motif)))
                .append("</strong>");
        soft.forEach(line ->
                text.append("<div class=\"soft\">").append(Markup.escape(line)).append("</div>"));
        text.append("</td>");
    }

    private static String label(Motif motif) {
        return motif.name().isEmpty() ? motif.id() : motif.name();
    }

    private void learners(int learners, int networks) {
        TableMarkup.number(text, Integer.toString(learners), learners + " of " + networks);
    }
}
