package org.expomotif.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Motif;
import org.expomotif.scan.count.SummitDistances;

/**
 * A self-contained HTML page of sites against summits, one row per motif with sites: its logo, the number of sites and
 * of regions with a site, and a plot of the distances of the sites from the summits.
 *
 * <p>The plots have one range: the first of a list of round numbers within which 95% of all sites lie. The middle is a
 * fifth of it. Motifs are in the order of the share of their sites in the middle, by the lower bound of its 95%
 * interval (Wilson 1927), so that a motif of few sites does not come first by chance.
 */
public final class SummitPage {
    private static final int[] RANGES = {25, 50, 100, 150, 200, 250, 300, 400, 500, 750, SummitDistances.FARTHEST};
    private static final double WITHIN_RANGE = 0.95;
    private static final int PARTS = 5;

    /** The 97.5% quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final LogoOptions LOGO = LogoOptions.SMALL.sized(8, 36);

    private final List<Motif> motifs;
    private final SummitDistances distances;
    private final int range;
    private final int middle;
    private final StringBuilder text = new StringBuilder();

    private SummitPage(List<Motif> motifs, SummitDistances distances) {
        this.motifs = motifs;
        this.distances = distances;
        this.range = range(distances);
        this.middle = range / PARTS;
    }

    /**
     * Writes the page.
     *
     * @param pathOrDash path of the file, or {@code -} for standard output
     * @param motifs the motifs, in the order of the matrices
     * @param record lines of provenance, in a collapsed section at the end
     */
    public static void write(String pathOrDash, List<Motif> motifs, SummitDistances distances, List<String> record) {
        HtmlPage.write(pathOrDash, render(motifs, distances, record));
    }

    /** The page as text. */
    static String render(List<Motif> motifs, SummitDistances distances, List<String> record) {
        return new SummitPage(motifs, distances).render(record);
    }

    private static int range(SummitDistances distances) {
        long all = 0;
        for (int m = 0; m < distances.matrices(); m++) {
            all += distances.sites(m);
        }
        for (int range : RANGES) {
            long within = 0;
            for (int m = 0; m < distances.matrices(); m++) {
                within += distances.sitesWithin(m, range);
            }
            if (within >= WITHIN_RANGE * all) {
                return range;
            }
        }
        return SummitDistances.FARTHEST;
    }

    private String render(List<String> record) {
        List<Integer> found = new ArrayList<>();
        for (int m = 0; m < distances.matrices(); m++) {
            if (distances.sites(m) > 0) {
                found.add(m);
            }
        }
        found.sort(Comparator.comparingDouble((Integer m) -> -lowerBound(m))
                .thenComparingLong((Integer m) -> -distances.sites(m)));
        int without = distances.matrices() - found.size();
        List<String> facts = List.of(
                String.format(
                        Locale.ROOT,
                        "%,d regions; %,d motifs with sites, most central first; %,d without",
                        distances.regions(),
                        found.size(),
                        without),
                String.format(
                        Locale.ROOT,
                        "sites that are spread evenly over a region of 2 x %d bases lie within %d bases of its middle in"
                                + " 20%% of the cases",
                        range,
                        middle));
        if (found.isEmpty()) {
            text.append("<p>No region has a site.</p>\n");
        } else {
            table(found);
        }
        return HtmlPage.of("Sites against summits", facts, text.toString(), record);
    }

    private void table(List<Integer> found) {
        TableMarkup.open(text);
        TableMarkup.heading(text, "Motif");
        TableMarkup.pictureHeading(text, "Logo");
        TableMarkup.numberHeading(text, "Sites");
        TableMarkup.numberHeading(text, "Regions");
        TableMarkup.numberHeading(text, "Within " + middle);
        TableMarkup.numberHeading(text, "Median");
        TableMarkup.pictureHeading(text, "Distances, -" + range + " to " + range);
        TableMarkup.rows(text);
        for (int i = 0; i < found.size(); i++) {
            row(i, found.get(i));
        }
        TableMarkup.close(text);
        text.append("<dl class=\"legend\">");
        TableMarkup.entry(
                text,
                "Sites",
                "windows that reach the threshold, in all regions; a window that lies in two regions counts twice");
        TableMarkup.entry(text, "Regions", "how many have a site, and their share");
        TableMarkup.entry(
                text,
                "Within " + middle,
                "share of the sites whose middle base is at most " + middle + " bases from the summit");
        TableMarkup.entry(
                text,
                "Median",
                "of the distances without their sign, in bases; distances above " + SummitDistances.FARTHEST
                        + " count as one value");
        TableMarkup.entry(
                text,
                "Distances",
                "sites by the distance of their middle base from the summit, in 50 steps, smoothed over three; the line"
                        + " is the summit, grey are the " + middle + " bases around it; at most 5% of all sites lie"
                        + " farther away");
        text.append("</dl>\n");
    }

    private void row(int place, int m) {
        Motif motif = motifs.get(m);
        String name = motif.name().isEmpty() ? motif.id() : motif.name();
        text.append("<tr><td data-key=\"").append(place).append("\"><strong>");
        text.append(Markup.escape(name)).append("</strong>");
        if (!motif.name().isEmpty()) {
            text.append("<div class=\"soft\">")
                    .append(Markup.escape(motif.id()))
                    .append("</div>");
        }
        text.append("</td><td>").append(LogoSvg.render(motif, LOGO)).append("</td>");
        TableMarkup.number(text, Long.toString(distances.sites(m)), Long.toString(distances.sites(m)));
        String share = CFormat.g(100.0 * distances.regionsWithSite(m) / distances.regions(), 3);
        TableMarkup.number(text, share, distances.regionsWithSite(m) + "<div class=\"soft\">" + share + "%</div>");
        double central = 100.0 * distances.sitesWithin(m, middle) / distances.sites(m);
        TableMarkup.number(text, CFormat.g(central, 6), CFormat.g(central, 3) + "%");
        int median = median(m);
        TableMarkup.number(
                text,
                Integer.toString(median),
                median > SummitDistances.FARTHEST ? "&gt; " + SummitDistances.FARTHEST : Integer.toString(median));
        text.append("<td>").append(plot(m, name)).append("</td></tr>\n");
    }

    private String plot(int m, String name) {
        double[] weights = new double[4 * range + 1];
        for (int distance = -range; distance <= range; distance++) {
            weights[2 * (distance + range)] = distances.sites(m, distance);
        }
        String title = String.format(
                Locale.ROOT,
                "distances of %d sites of %s from the summits, -%d to %d bases",
                distances.sitesWithin(m, range),
                name,
                range,
                range);
        return PositionPlot.render(weights, 2.0 * middle + 1, title);
    }

    /** The median of the distances without their sign; above the maximum distance when half of the sites are. */
    private int median(int m) {
        long below = distances.sites(m, 0);
        int distance = 0;
        while (2 * below < distances.sites(m) && distance <= SummitDistances.FARTHEST) {
            distance++;
            below += distance > SummitDistances.FARTHEST
                    ? 0
                    : distances.sites(m, distance) + (long) distances.sites(m, -distance);
        }
        return distance;
    }

    /** The lower bound of the share of the sites of a motif in the middle. */
    private double lowerBound(int m) {
        double n = distances.sites(m);
        double p = distances.sitesWithin(m, middle) / n;
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (p + Z * Z / (2 * n) - spread) / (1 + Z * Z / n);
    }
}
