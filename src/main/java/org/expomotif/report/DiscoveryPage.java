package org.expomotif.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.compare.TargetMatch;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.discover.SeqletPlace;
import org.expomotif.discover.table.DiscoveredRow;
import org.expomotif.discover.table.Discovery;
import org.expomotif.io.table.CFormat;

/**
 * A self-contained HTML page of discovered motifs, one row per motif: the logo of its contributions, the logo of its
 * frequencies above that of the known motif that matches it, its figures and the positions of its seqlets.
 */
public final class DiscoveryPage {
    private static final LogoOptions LOGO = LogoOptions.SMALL.sized(9, 42);

    private final StringBuilder text = new StringBuilder();
    private final Discovery discovery;

    private DiscoveryPage(Discovery discovery) {
        this.discovery = discovery;
    }

    /**
     * Writes the page.
     *
     * @param path the file
     * @param facts lines below the heading that describe the run
     * @param record lines of provenance, in a collapsed section at the end
     */
    public static void write(String path, Discovery discovery, List<String> facts, List<String> record) {
        HtmlPage.write(path, render(discovery, facts, record));
    }

    /** The page as text. */
    static String render(Discovery discovery, List<String> facts, List<String> record) {
        String body = discovery.motifs().isEmpty()
                ? "<p>No group of seqlets is larger than chance explains.</p>\n"
                : new DiscoveryPage(discovery).table() + legend();
        return HtmlPage.of("Discovered motifs", facts, body, record);
    }

    private String table() {
        TableMarkup.open(text);
        TableMarkup.heading(text, "Motif");
        TableMarkup.pictureHeading(text, "Contributions");
        TableMarkup.pictureHeading(text, "Frequencies, match below");
        TableMarkup.heading(text, "Match");
        TableMarkup.numberHeading(text, "Seqlets");
        TableMarkup.numberHeading(text, "Null");
        TableMarkup.numberHeading(text, "E");
        TableMarkup.numberHeading(text, "Mean sum");
        TableMarkup.pictureHeading(text, "Positions");
        TableMarkup.rows(text);
        for (int i = 0; i < discovery.motifs().size(); i++) {
            row(i, discovery.motifs().get(i), discovery.rows().get(i));
        }
        TableMarkup.close(text);
        return text.toString();
    }

    private void row(int index, DiscoveredMotif motif, DiscoveredRow row) {
        text.append("<tr><td data-key=\"").append(index).append("\"><strong>");
        text.append(Markup.escape(motif.id())).append("</strong><div class=\"soft\">");
        text.append(Markup.escape(row.consensus())).append("</div></td><td>");
        text.append(LogoSvg.renderScores(motif.matrices().contributions(), LOGO))
                .append("</td><td>");
        Optional<TargetMatch> match = Optional.ofNullable(discovery.matches().get(motif.id()));
        text.append(match.map(found -> AlignedLogos.render(
                        motif.motif(),
                        found.target(),
                        found.row().offset(),
                        found.row().orientation(),
                        LOGO))
                .orElseGet(() -> LogoSvg.render(motif.motif(), LOGO)));
        text.append("</td>");
        match(row);
        TableMarkup.number(
                text,
                Integer.toString(row.seqlets()),
                row.seqlets() + "<div class=\"soft\">in " + row.sequences() + " sequences</div>");
        TableMarkup.number(text, Integer.toString(row.nullSeqlets()), Integer.toString(row.nullSeqlets()));
        TableMarkup.number(text, CFormat.g(row.eValue(), 3), CFormat.g(row.eValue(), 3));
        TableMarkup.number(text, CFormat.g(row.meanSum(), 3), CFormat.g(row.meanSum(), 3));
        text.append("<td>").append(positions(motif)).append("</td></tr>\n");
    }

    private void match(DiscoveredRow row) {
        if (row.match().isEmpty()) {
            text.append("<td data-key=\"\" class=\"soft\">none</td>");
            return;
        }
        String name = row.matchName().isEmpty() ? row.match() : row.matchName();
        text.append("<td data-key=\"").append(Markup.escape(name)).append("\"><strong>");
        text.append(Markup.escape(name)).append("</strong><div class=\"soft\">");
        text.append(row.matchName().isEmpty() ? "" : Markup.escape(row.match()) + ", ");
        text.append("q ").append(CFormat.g(row.matchQ(), 2)).append("</div></td>");
    }

    private String positions(DiscoveredMotif motif) {
        int length = discovery.scores().codes().getFirst().length;
        double[] weights = new double[2 * length - 1];
        for (SeqletPlace place : motif.seqlets()) {
            weights[place.seqlet().span().start() + place.seqlet().span().end() - 1]++;
        }
        String title = String.format(
                Locale.ROOT, "positions of %d seqlets of %s", motif.seqlets().size(), motif.id());
        return PositionPlot.render(weights, 0, title);
    }

    private static String legend() {
        StringBuilder legend = new StringBuilder("<dl class=\"legend\">");
        TableMarkup.entry(
                legend,
                "Contributions",
                "mean contribution of the letters that the sequences have, to one scale per motif");
        TableMarkup.entry(legend, "q", "false discovery rate of the match, as by Tomtom");
        TableMarkup.entry(legend, "Null", "how many stretches of the null would be seqlets of the motif");
        TableMarkup.entry(legend, "E", "how many motifs as large and as coherent chance explains");
        TableMarkup.entry(legend, "Mean sum", "mean sum of the base scores of a seqlet");
        TableMarkup.entry(legend, "Positions", "middles of the seqlets, along the sequences");
        return legend.append("</dl>\n").toString();
    }
}
