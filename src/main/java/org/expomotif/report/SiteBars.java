package org.expomotif.report;

import java.util.ArrayList;
import java.util.List;

/** Sites below a logo as bars with the names of their motifs, in as few rows as they need. */
final class SiteBars {
    private static final double ROW = 16;
    private static final double LETTER = 6.5;

    private SiteBars() {}

    /**
     * Draws the bars.
     *
     * @param sites the sites, in the order of their first bases
     * @param columns number of columns of the logo
     * @param columnWidth width of a column, in pixels
     * @return an {@code svg} element; empty when there is no site
     */
    static String render(List<PeaksPage.Site> sites, int columns, double columnWidth) {
        if (sites.isEmpty()) {
            return "";
        }
        List<Double> ends = new ArrayList<>();
        StringBuilder bars = new StringBuilder();
        for (PeaksPage.Site site : sites) {
            String label = site.motif() + " " + site.strand();
            double left = site.start() * columnWidth;
            double right = Math.max(site.end() * columnWidth, left + label.length() * LETTER);
            int row = 0;
            while (row < ends.size() && ends.get(row) > left) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(right);
            } else {
                ends.set(row, right);
            }
            bar(bars, site, label, row, columnWidth);
        }
        StringBuilder svg = new StringBuilder();
        LogoSvg.open(svg, columns * columnWidth, ends.size() * ROW, "sites below the logo");
        return svg.append(bars).append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, PeaksPage.Site site, String label, int row, double columnWidth) {
        svg.append("<rect fill=\"#3b7dd8\" fill-opacity=\"0.3\" x=\"")
                .append(Markup.decimal(site.start() * columnWidth))
                .append("\" y=\"")
                .append(Markup.decimal(row * ROW + 1))
                .append("\" width=\"")
                .append(Markup.decimal((site.end() - site.start()) * columnWidth))
                .append("\" height=\"")
                .append(Markup.decimal(ROW - 2))
                .append("\"/>\n<text fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"11\" x=\"")
                .append(Markup.decimal(site.start() * columnWidth + 2))
                .append("\" y=\"")
                .append(Markup.decimal(row * ROW + 12))
                .append("\">")
                .append(Markup.escape(label))
                .append("</text>\n");
    }
}
