package org.expomotif.report;

import java.util.List;
import org.expomotif.motif.Alphabet;
import org.expomotif.report.raster.Outline;

/**
 * Outlines of the letters of DNA and RNA in a box of 100 x 100, with y pointing down. Unlike letters of a font, paths
 * look the same in every viewer and stay sharp at every size.
 *
 * <p>Outlines are lists of strokes with absolute coordinates. A copy is scaled by arithmetic on the coordinates, so the
 * picture needs no transforms, definitions or identifiers.
 */
enum Glyph {
    A(
            "#109648",
            List.of(
                    move(37, 0),
                    line(63, 0),
                    line(100, 100),
                    line(78, 100),
                    line(70.5, 77),
                    line(29.5, 77),
                    line(22, 100),
                    line(0, 100),
                    close(),
                    move(50, 18),
                    line(64.5, 60),
                    line(35.5, 60),
                    close())),
    C(
            "#255c99",
            List.of(move(97, 33), arc(50, 50, false, 97, 67), line(75.5, 64), arc(28.5, 34, true, 75.5, 36), close())),
    G(
            "#f7a501",
            List.of(
                    move(97, 33),
                    arc(50, 50, false, 97, 67),
                    line(97, 46),
                    line(54, 46),
                    line(54, 62),
                    line(76.5, 62),
                    arc(28.5, 34, true, 75.5, 36),
                    close())),
    T(
            "#d62839",
            List.of(
                    move(3, 0),
                    line(97, 0),
                    line(97, 17),
                    line(61, 17),
                    line(61, 100),
                    line(39, 100),
                    line(39, 17),
                    line(3, 17),
                    close())),
    U(
            "#d62839",
            List.of(
                    move(3, 0),
                    line(25, 0),
                    line(25, 58),
                    arc(25, 23, false, 75, 58),
                    line(75, 0),
                    line(97, 0),
                    line(97, 58),
                    arc(47, 42, true, 3, 58),
                    close()));

    private static final Glyph[] IN_ORDER = values();

    private final String colour;
    private final List<Stroke> strokes;

    Glyph(String colour, List<Stroke> strokes) {
        this.colour = colour;
        this.strokes = strokes;
    }

    /** The glyph of a code of {@link org.expomotif.dna.Nucleotide}. */
    static Glyph of(int code, Alphabet alphabet) {
        Glyph glyph = IN_ORDER[code];
        return glyph == T && alphabet == Alphabet.RNA ? U : glyph;
    }

    String colour() {
        return colour;
    }

    /**
     * Appends the outline, scaled into a box, as SVG path data.
     *
     * @param upsideDown whether the letter is upside down, as below the axis
     */
    void draw(StringBuilder path, double left, double top, double width, double height, boolean upsideDown) {
        double down = upsideDown ? -height / 100 : height / 100;
        double origin = upsideDown ? top + height : top;
        for (Stroke stroke : strokes) {
            path.append(stroke.command);
            if (stroke.command == 'Z') {
                continue;
            }
            if (stroke.command == 'A') {
                Markup.appendDecimal(path, stroke.radiusX * width / 100);
                Markup.appendDecimal(path.append(' '), stroke.radiusY * height / 100);
                path.append(stroke.clockwise == upsideDown ? " 0 1 0 " : " 0 1 1 ");
            }
            Markup.appendDecimal(path, left + stroke.x * width / 100);
            Markup.appendDecimal(path.append(' '), origin + stroke.y * down);
        }
    }

    /**
     * Adds the outline, scaled into a box, to an outline in pixels.
     *
     * @param upsideDown whether the letter is upside down, as below the axis
     */
    void trace(Outline outline, double left, double top, double width, double height, boolean upsideDown) {
        double down = upsideDown ? -height / 100 : height / 100;
        double origin = upsideDown ? top + height : top;
        for (Stroke stroke : strokes) {
            double x = left + stroke.x * width / 100;
            double y = origin + stroke.y * down;
            switch (stroke.command) {
                case 'M' -> outline.move(x, y);
                case 'L' -> outline.line(x, y);
                case 'A' ->
                    outline.arc(
                            stroke.radiusX * width / 100,
                            stroke.radiusY * height / 100,
                            stroke.clockwise != upsideDown,
                            x,
                            y);
                default -> outline.close();
            }
        }
    }

    private static Stroke move(double x, double y) {
        return new Stroke('M', 0, 0, false, x, y);
    }

    private static Stroke line(double x, double y) {
        return new Stroke('L', 0, 0, false, x, y);
    }

    /** The larger of the two arcs of an ellipse to a point. */
    private static Stroke arc(double radiusX, double radiusY, boolean clockwise, double x, double y) {
        return new Stroke('A', radiusX, radiusY, clockwise, x, y);
    }

    private static Stroke close() {
        return new Stroke('Z', 0, 0, false, 0, 0);
    }

    private record Stroke(char command, double radiusX, double radiusY, boolean clockwise, double x, double y) {}
}
