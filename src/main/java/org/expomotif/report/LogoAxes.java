package org.expomotif.report;

import org.expomotif.report.LogoSvg.Scale;

/** The axes of a logo: bits or scores on the left, positions below, in the colour of the surrounding text. */
final class LogoAxes {
    private static final double TICK = 4;

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
        double bottom = top + options.height();
        double right = left + columns * options.columnWidth();
        double axis = left - 3;
        StringBuilder lines = new StringBuilder();
        segment(lines, axis, top, axis, bottom);
        for (double tick : scale.ticks()) {
            segment(lines, axis - TICK, y(tick), axis, y(tick));
        }
        segment(lines, axis, y(0), right, y(0));
        int every = labelEvery(columns);
        for (int i = 0; i < columns; i++) {
            if ((options.firstPosition() + i) % every == 0 || every == 1) {
                double x = left + (i + 0.5) * options.columnWidth();
                segment(lines, x, bottom, x, bottom + TICK);
            }
        }
        svg.append("<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\" d=\"")
                .append(lines);
        svg.append("\"/>\n<g fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"10\">\n");
        for (double tick : scale.ticks()) {
            text(svg, axis - TICK - 2, y(tick) + 3.5, "end", Scale.number(tick));
        }
        for (int i = 0; i < columns; i++) {
            int position = options.firstPosition() + i;
            if (position % every == 0 || every == 1) {
                double x = left + (i + 0.5) * options.columnWidth();
                text(svg, x, bottom + TICK + 11, "middle", Integer.toString(position));
            }
        }
        label(svg);
        svg.append("</g>\n");
    }

    private int labelEvery(int columns) {
        int digits = Integer.toString(options.firstPosition() + columns - 1).length();
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
        svg.append("<text transform=\"translate(10 ").append(Decimals.of(middle));
        svg.append(") rotate(-90)\" text-anchor=\"middle\">")
                .append(scale.label())
                .append("</text>\n");
    }

    private double y(double value) {
        return top + (scale.high() - value) / (scale.high() - scale.low()) * options.height();
    }

    private static void segment(StringBuilder path, double x1, double y1, double x2, double y2) {
        Decimals.append(path.append('M'), x1);
        Decimals.append(path.append(' '), y1);
        Decimals.append(path.append('L'), x2);
        Decimals.append(path.append(' '), y2);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String content) {
        svg.append("<text x=\"").append(Decimals.of(x)).append("\" y=\"").append(Decimals.of(y));
        svg.append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(content)
                .append("</text>\n");
    }
}
