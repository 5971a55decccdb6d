package org.expomotif.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plot of distributions over 0 to 1 as SVG, in bins of 0.02: one line each, of the shares of the observations in the
 * bins or of the cumulative shares.
 */
final class DistributionPlot {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 230;
    private static final int LEFT = 46;
    private static final int RIGHT = 12;
    private static final int TOP = 30;
    private static final int BOTTOM = 34;
    private static final int BINS = 50;

    /** A distribution: its name, its colour, and the share of the observations in each bin. */
    private record Line(String name, String colour, double[] shares) {}

    private final String title;
    private final boolean cumulative;
    private final List<Line> lines = new ArrayList<>();

    private DistributionPlot(String title, boolean cumulative) {
        this.title = title;
        this.cumulative = cumulative;
    }

    /** A plot of the share in each bin. */
    static DistributionPlot shares(String title) {
        return new DistributionPlot(title, false);
    }

    /** A plot of the share up to each bin. */
    static DistributionPlot cumulative(String title) {
        return new DistributionPlot(title, true);
    }

    /**
     * Adds a distribution.
     *
     * @param name its name in the legend
     * @param colour colour of its line
     * @param counts observations of equally spaced values from 0 to 1, both included
     */
    void add(String name, String colour, long[] counts) {
        double[] bins = new double[BINS + 1];
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            bins[(int) Math.round((double) i * BINS / (counts.length - 1))] += counts[i];
            total += counts[i];
        }
        for (int i = 0; i < bins.length; i++) {
            bins[i] = Math.min(1, bins[i] / total + (cumulative && i > 0 ? bins[i - 1] : 0));
        }
        lines.add(new Line(name, colour, bins));
    }

    /** The plot. */
    String svg() {
        double highest = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.shares()))
                .max()
                .orElse(1);
        double scale = step(highest);
        double maximum = Math.ceil(highest / scale) * scale;
        StringBuilder svg = new StringBuilder();
        String names = lines.stream().map(Line::name).collect(Collectors.joining(", "));
        LogoSvg.open(svg, WIDTH, HEIGHT, title + ": " + names);
        svg.append("<g font-family=\"system-ui,sans-serif\" font-size=\"11\" fill=\"currentColor\">");
        svg.append("<text x=\"" + LEFT + "\" y=\"14\" font-weight=\"600\">")
                .append(Markup.escape(title))
                .append("</text>");
        axes(svg, scale, maximum);
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), maximum);
            legend(svg, lines.get(i), i);
        }
        return svg.append("</g></svg>").toString();
    }

    /** A step of 1, 2 or 5 times a power of ten that divides the axis into two to five parts. */
    private static double step(double highest) {
        double step = 0.001;
        for (int i = 0; highest / step > 5; i++) {
            step *= i % 3 == 1 ? 2.5 : 2;
        }
        return step;
    }

    private static double x(double value) {
        return LEFT + value * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share, double maximum) {
        return HEIGHT - BOTTOM - share / maximum * (HEIGHT - TOP - BOTTOM);
    }

    private void axes(StringBuilder svg, double scale, double maximum) {
        for (int i = 0; i * scale <= maximum * 1.0001; i++) {
            String at = Markup.decimal(y(i * scale, maximum));
            svg.append("<path d=\"M" + LEFT + " ")
                    .append(at)
                    .append("H" + (WIDTH - RIGHT) + "\" stroke=\"currentColor\" stroke-opacity=\"")
                    .append(i == 0 ? "0.6" : "0.15")
                    .append("\"/>");
            label(svg, LEFT - 5, y(i * scale, maximum) + 4, "end", percent(i * scale));
        }
        for (int i = 0; i <= 5; i++) {
            label(svg, x(i / 5.0), HEIGHT - BOTTOM + 15, "middle", Markup.decimal(i / 5.0));
        }
        label(svg, LEFT - 5, TOP - 6, "end", cumulative ? "up to" : "share");
    }

    private static String percent(double share) {
        return Markup.decimal(100 * share) + "%";
    }

    private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append("<text x=\"")
                .append(Markup.decimal(x))
                .append("\" y=\"")
                .append(Markup.decimal(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(Markup.escape(text))
                .append("</text>");
    }

    private static void line(StringBuilder svg, Line line, double maximum) {
        svg.append("<path d=\"");
        for (int i = 0; i < line.shares().length; i++) {
            svg.append(i == 0 ? 'M' : 'L')
                    .append(Markup.decimal(x((double) i / BINS)))
                    .append(' ')
                    .append(Markup.decimal(y(line.shares()[i], maximum)));
        }
        svg.append("\" fill=\"none\" stroke-width=\"1.8\" stroke=\"")
                .append(line.colour())
                .append("\"/>");
    }

    private static void legend(StringBuilder svg, Line line, int number) {
        int at = LEFT + 110 * number;
        svg.append("<path d=\"M")
                .append(at)
                .append(" " + (HEIGHT - 8) + "h16\" stroke-width=\"3\" stroke=\"")
                .append(line.colour())
                .append("\"/>");
        label(svg, at + 20, HEIGHT - 4, "start", line.name());
    }
}
