package org.expomotif.report;

import org.expomotif.report.LogoSvg.Scale;
import org.expomotif.report.raster.Bitmap;
import org.expomotif.report.raster.StrokeText;
import org.expomotif.report.raster.StrokeText.Anchor;

/** The axes of a logo: bits or scores on the left, positions below, in the colour of the surrounding text. */
final class LogoAxes {
    private static final double TICK = 4;
    private static final double LABEL = 10;
    private static final int BLACK = 0;

    private final double left;
    private final double top;
    private final LogoOptions options;
    private final Scale scale;

    LogoAxes(double left, double top, LogoOptions options, Scale scale) {
        this.left = left;
        this.top = top;
        this.options = options;
        this.scale = scale;
    }

    void draw(StringBuilder svg, int columns) {
        StringBuilder path = new StringBuilder();
        lines(columns, (x1, y1, x2, y2) -> segment(path, x1, y1, x2, y2));
        svg.append("<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\" d=\"")
                .append(path);
        svg.append("\"/>\n<g fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"10\">\n");
        numbers(columns, (x, y, anchor, content) -> text(svg, x, y, anchor == Anchor.END ? "end" : "middle", content));
        label(svg);
        svg.append("</g>\n");
    }

    /** Draws the axes in black. */
    void draw(Bitmap picture, int columns) {
        lines(columns, (x1, y1, x2, y2) -> picture.line(x1, y1, x2, y2, 1, BLACK));
        numbers(columns, (x, y, anchor, content) -> StrokeText.draw(picture, content, x, y, anchor, BLACK));
        StrokeText.drawUpwards(picture, scale.label(), LABEL, top + options.height() / 2, BLACK);
    }

    private void lines(int columns, Lines lines) {
        double bottom = top + options.height();
        double right = left + columns * options.columnWidth();
        double axis = left - 3;
        lines.add(axis, top, axis, bottom);
        for (double tick : scale.ticks()) {
            lines.add(axis - TICK, y(tick), axis, y(tick));
        }
        lines.add(axis, y(0), right, y(0));
        int every = labelEvery(columns);
        for (int i = 0; i < columns; i++) {
            if ((options.firstPosition() + i) % every == 0 || every == 1) {
                double x = left + (i + 0.5) * options.columnWidth();
                lines.add(x, bottom, x, bottom + TICK);
            }
        }
    }

    private void numbers(int columns, Numbers numbers) {
        double bottom = top + options.height();
        for (double tick : scale.ticks()) {
            numbers.add(left - 3 - TICK - 2, y(tick) + 3.5, Anchor.END, Scale.number(tick));
        }
        int every = labelEvery(columns);
        for (int i = 0; i < columns; i++) {
            int position = options.firstPosition() + i;
            if (position % every == 0 || every == 1) {
                double x = left + (i + 0.5) * options.columnWidth();
                numbers.add(x, bottom + TICK + 11, Anchor.MIDDLE, Integer.toString(position));
            }
        }
    }

    private int labelEvery(int columns) {
        int first = options.firstPosition();
        int digits = Math.max(
                Integer.toString(first).length(),
                Integer.toString(first + columns - 1).length());
        double needed = digits * 6 + 4;
        int every = 1;
        int[] steps = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
        for (int step : steps) {
            every = step;
            if (step * options.columnWidth() >= needed) {
                break;
            }
        }
        return every;
    }

    private void label(StringBuilder svg) {
        double middle = top + options.height() / 2;
        svg.append("<text transform=\"translate(")
                .append(Markup.decimal(LABEL))
                .append(' ')
                .append(Markup.decimal(middle));
        svg.append(") rotate(-90)\" text-anchor=\"middle\">")
                .append(scale.label())
                .append("</text>\n");
    }

    private double y(double value) {
        return top + (scale.high() - value) / (scale.high() - scale.low()) * options.height();
    }

    private static void segment(StringBuilder path, double x1, double y1, double x2, double y2) {
        Markup.appendDecimal(path.append('M'), x1);
        Markup.appendDecimal(path.append(' '), y1);
        Markup.appendDecimal(path.append('L'), x2);
        Markup.appendDecimal(path.append(' '), y2);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String content) {
        svg.append("<text x=\"").append(Markup.decimal(x)).append("\" y=\"").append(Markup.decimal(y));
        svg.append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(content)
                .append("</text>\n");
    }

    /** Takes the lines of the axes and of their ticks. */
    private interface Lines {
        void add(double x1, double y1, double x2, double y2);
    }

    /** Takes the numbers at the ticks. */
    private interface Numbers {
        void add(double x, double y, Anchor anchor, String content);
    }
}
