package org.expomotif.report.raster;

import java.util.ArrayList;
import java.util.List;

/** An outline of closed polygons, in pixels, with y pointing down. Arcs are replaced by short lines. */
public final class Outline {
    /** Lines in which an arc is divided. */
    private static final int STEPS = 48;

    private final List<double[]> edges = new ArrayList<>();
    private double startX;
    private double startY;
    private double x;
    private double y;

    public Outline() {}

    /** Begins a polygon. */
    public void move(double toX, double toY) {
        startX = toX;
        startY = toY;
        x = toX;
        y = toY;
    }

    /** Adds a straight line. */
    public void line(double toX, double toY) {
        edges.add(new double[] {x, y, toX, toY});
        x = toX;
        y = toY;
    }

    /**
     * Adds the larger of the two arcs of an ellipse that lead to a point, by the equations of SVG 1.1, appendix F.6.5.
     *
     * @param clockwise whether the arc turns clockwise on the screen
     */
    public void arc(double radiusX, double radiusY, boolean clockwise, double toX, double toY) {
        double halfX = (x - toX) / 2 / radiusX;
        double halfY = (y - toY) / 2 / radiusY;
        double square = halfX * halfX + halfY * halfY;
        double distance = square > 1 ? 0 : Math.sqrt((1 - square) / square);
        double radius = Math.max(1, Math.sqrt(square));
        double sign = clockwise ? -1 : 1;
        double centreX = sign * distance * halfY + (x + toX) / 2 / radiusX;
        double centreY = -sign * distance * halfX + (y + toY) / 2 / radiusY;
        double first = StrictMath.atan2(y / radiusY - centreY, x / radiusX - centreX);
        double turn = StrictMath.atan2(toY / radiusY - centreY, toX / radiusX - centreX) - first;
        if (clockwise && turn < 0) {
            turn += 2 * Math.PI;
        } else if (!clockwise && turn > 0) {
            turn -= 2 * Math.PI;
        }
        for (int step = 1; step < STEPS; step++) {
            double angle = first + turn * step / STEPS;
            line(
                    (centreX + radius * StrictMath.cos(angle)) * radiusX,
                    (centreY + radius * StrictMath.sin(angle)) * radiusY);
        }
        line(toX, toY);
    }

    /** Ends a polygon with a line to its first point. */
    public void close() {
        line(startX, startY);
    }

    /** The lines, each as x and y of its ends. */
    List<double[]> edges() {
        return edges;
    }
}
