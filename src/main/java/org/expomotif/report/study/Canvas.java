package org.expomotif.report.study;

import java.util.Locale;
import org.expomotif.report.LogoSvg;
import org.expomotif.report.Markup;

/** An SVG picture in the colours of its surroundings. Lengths are in pixels. */
final class Canvas {
    /** Angle of texts that rise, in degrees. */
    private static final int RISE = 40;

    /** Width of a character of the usual fonts, somewhat more than its mean. */
    private static final double CHARACTER = 6.2;

    private final StringBuilder svg = new StringBuilder();

    /** How a text is placed at its point. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        private String attribute() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Starts a picture.
     *
     * @param title for the tooltip and for screen readers
     */
    Canvas(double width, double height, String title) {
        LogoSvg.open(svg, width, height, title);
        svg.append("<g font-family=\"system-ui,sans-serif\" font-size=\"11\" fill=\"currentColor\">\n");
    }

    /** Draws a line. */
    void line(double x1, double y1, double x2, double y2, double opacity) {
        path("M" + at(x1, y1) + "L" + at(x2, y2), "none", 1, opacity);
    }

    /** Draws an outline that may be filled. */
    void path(String data, String fill, double width, double opacity) {
        svg.append("<path d=\"")
                .append(data)
                .append("\" fill=\"")
                .append(fill)
                .append("\" stroke=\"currentColor\" stroke-width=\"")
                .append(Markup.decimal(width))
                .append("\" stroke-opacity=\"")
                .append(Markup.decimal(opacity))
                .append("\"/>\n");
    }

    /** Draws a marker around a point. */
    void marker(Marker marker, double x, double y, String title) {
        svg.append("<path d=\"")
                .append(marker.outline(x, y))
                .append("\" fill=\"")
                .append(marker.fill())
                .append("\" fill-opacity=\"0.7\" stroke=\"")
                .append(marker.stroke())
                .append("\" stroke-width=\"1.2\"><title>")
                .append(Markup.escape(title))
                .append("</title></path>\n");
    }

    /** Writes a text. */
    void text(double x, double y, Anchor anchor, String text) {
        label(Markup.decimal(x), Markup.decimal(y), anchor, "", text);
    }

    /** Writes a bold text. */
    void heading(double x, double y, String text) {
        label(Markup.decimal(x), Markup.decimal(y), Anchor.START, " font-weight=\"600\"", text);
    }

    /** Writes a text that ends at a point and rises to it. */
    void rising(double x, double y, String text) {
        String place = Markup.decimal(x) + " " + Markup.decimal(y);
        label(
                Markup.decimal(x),
                Markup.decimal(y),
                Anchor.END,
                " transform=\"rotate(-" + RISE + " " + place + ")\"",
                text);
    }

    /** How far a text of {@link #rising} extends to the left of its point. */
    static double risingWidth(String text) {
        return text.length() * CHARACTER * Math.cos(Math.toRadians(RISE));
    }

    /** How far a text of {@link #rising} extends below its point. */
    static double risingHeight(String text) {
        return text.length() * CHARACTER * Math.sin(Math.toRadians(RISE));
    }

    /** Writes a text that is read upwards, centred at a point. */
    void upright(double x, double y, String text) {
        String place = Markup.decimal(x) + " " + Markup.decimal(y);
        label(Markup.decimal(x), Markup.decimal(y), Anchor.MIDDLE, " transform=\"rotate(-90 " + place + ")\"", text);
    }

    private void label(String x, String y, Anchor anchor, String more, String text) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor.attribute())
                .append('"')
                .append(more)
                .append('>')
                .append(Markup.escape(text))
                .append("</text>\n");
    }

    /** A point as the data of a path has it. */
    static String at(double x, double y) {
        return Markup.decimal(x) + " " + Markup.decimal(y);
    }

    /** The whole picture. */
    String svg() {
        return svg + "</g></svg>\n";
    }
}
