package org.expomotif.report.study;

import org.expomotif.report.Markup;

/**
 * A rectangle of a picture with a vertical axis, and maybe a horizontal one.
 *
 * @param left left edge, in pixels
 * @param top upper edge, in pixels
 * @param width in pixels
 * @param height in pixels
 * @param x values of the horizontal axis
 * @param y values of the vertical axis
 */
record Panel(double left, double top, double width, double height, Range x, Range y) {
    /** The values of an axis, with a step between its labels. */
    record Range(double from, double to, double step) {
        static final Range SHARE = new Range(0, 1, 0.25);

        private double place(double value) {
            return (Math.clamp(value, from, to) - from) / (to - from);
        }

        private int steps() {
            return (int) Math.floor((to - from) / step + 1e-9);
        }

        private double value(int i) {
            return from + i * step;
        }
    }

    double x(double value) {
        return left + x.place(value) * width;
    }

    double y(double value) {
        return top + height - y.place(value) * height;
    }

    /** Draws the vertical axis with lines across the panel. */
    void drawVertical(Canvas canvas) {
        for (int i = 0; i <= y.steps(); i++) {
            double at = y(y.value(i));
            canvas.line(left, at, left + width, at, i == 0 ? 0.6 : 0.15);
            canvas.text(left - 5, at + 4, Canvas.Anchor.END, Markup.decimal(y.value(i)));
        }
    }

    /** Draws the labels of the horizontal axis. */
    void drawHorizontal(Canvas canvas) {
        for (int i = 0; i <= x.steps(); i++) {
            double at = x(x.value(i));
            canvas.line(at, top + height, at, top + height + 3, 0.6);
            canvas.text(at, top + height + 15, Canvas.Anchor.MIDDLE, Markup.decimal(x.value(i)));
        }
    }
}
