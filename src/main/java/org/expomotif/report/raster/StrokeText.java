package org.expomotif.report.raster;

import java.util.Map;

/**
 * The text of axes as strokes: numbers, and the letters of "bits" and "score". It needs no font of the machine.
 *
 * <p>A character is drawn in a grid of 4 by 6. Its strokes are separated by blanks; two digits are x and y of a point.
 */
public final class StrokeText {
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('0', "103041453616050110"),
            Map.entry('1', "112026 1636"),
            Map.entry('2', "01103041420646"),
            Map.entry('3', "01103041423313 334445361605"),
            Map.entry('4', "36300444"),
            Map.entry('5', "4000023243453606"),
            Map.entry('6', "4130100105163645443303"),
            Map.entry('7', "004016"),
            Map.entry('8', "13020110304142331304051636454433"),
            Map.entry('9', "4313020110304145361605"),
            Map.entry('-', "0343"),
            Map.entry('+', "0343 2125"),
            Map.entry('.', "2526"),
            Map.entry('a', "4332120305163645 4246"),
            Map.entry('b', "0006 0312324345361605"),
            Map.entry('c', "4332120305163645"),
            Map.entry('e', "04444332120305163645"),
            Map.entry('f', "40302126 0232"),
            Map.entry('i', "2226 2021"),
            Map.entry('l', "2026"),
            Map.entry('o', "123243453616050312"),
            Map.entry('r', "0206 04123243"),
            Map.entry('s', "43321203143445361605"),
            Map.entry('t', "10152636 0232"));

    private static final double UNIT = 7 / 6.0;
    private static final double ADVANCE = 5.4 * UNIT;
    private static final double THICKNESS = 1.1;

    /** Which place of a text the given position is. */
    public enum Anchor {
        MIDDLE,
        END
    }

    private StrokeText() {}

    /** Draws a text that ends, or has its middle, at x, on the line y. Characters without strokes are left blank. */
    public static void draw(Bitmap picture, String text, double x, double y, Anchor anchor, int rgb) {
        double start = x - width(text) * (anchor == Anchor.END ? 1 : 0.5);
        strokes(text, (x1, y1, x2, y2) -> picture.line(start + x1, y + y1, start + x2, y + y2, THICKNESS, rgb));
    }

    /** Draws a text that reads upwards, with its middle at y, on the line x. */
    public static void drawUpwards(Bitmap picture, String text, double x, double y, int rgb) {
        double start = y + width(text) / 2;
        strokes(text, (x1, y1, x2, y2) -> picture.line(x + y1, start - x1, x + y2, start - x2, THICKNESS, rgb));
    }

    private static double width(String text) {
        return text.length() * ADVANCE - (ADVANCE - 4 * UNIT);
    }

    private static void strokes(String text, Stroke stroke) {
        for (int i = 0; i < text.length(); i++) {
            double left = i * ADVANCE;
            for (String points : STROKES.getOrDefault(text.charAt(i), "").split(" ", -1)) {
                for (int k = 0; k + 3 < points.length(); k += 2) {
                    stroke.accept(
                            left + UNIT * (points.charAt(k) - '0'),
                            UNIT * (points.charAt(k + 1) - '6'),
                            left + UNIT * (points.charAt(k + 2) - '0'),
                            UNIT * (points.charAt(k + 3) - '6'));
                }
            }
        }
    }

    /** Takes a line from one point to another, in pixels from the start of the text. */
    private interface Stroke {
        void accept(double x1, double y1, double x2, double y2);
    }
}
