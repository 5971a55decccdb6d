package org.expomotif.report;

import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;

/**
 * Sequence logos as SVG, with letters drawn as outlines (Schneider and Stephens 1990, doi:10.1093/nar/18.20.6097).
 *
 * <p>The text is a complete {@code svg} element with its name space, for a file or for an HTML page. It contains no
 * identifiers, so one page can hold many logos.
 */
public final class LogoSvg {
    private LogoSvg() {}

    /**
     * Draws the information logo of a motif. The letters of a column are stacked by probability, and the height of the
     * stack is the information of the column, {@code 2 + sum p log2 p} bits, on an axis from 0 to 2 bits. Rows are
     * divided by their sums.
     */
    public static String render(Motif motif, LogoOptions options) {
        return draw(informationHeights(motif.matrix()), motif.alphabet(), title(motif, options), options, Scale.BITS);
    }

    /** The description of the logo of a motif: the title of the options, or else its identifier; and its consensus. */
    static String title(Motif motif, LogoOptions options) {
        return (options.title().isEmpty() ? motif.id() : options.title()) + " " + motif.consensus();
    }

    /**
     * Draws a logo of signed letter heights, such as attribution scores. Letters with positive heights are stacked
     * above the zero line, those with negative heights below it, upside down. The axis runs from the lowest to the
     * highest stack.
     *
     * @param heights one row per position, columns A C G T
     * @throws IllegalArgumentException when a height is not finite
     */
    public static String renderScores(double[][] heights, LogoOptions options) {
        String title = options.title().isEmpty() ? "scores of " + largest(heights) : options.title();
        return draw(heights, Alphabet.DNA, title, options, Scale.ofScores(heights));
    }

    /**
     * Writes a logo to a file atomically.
     *
     * @param svg result of {@link #render} or {@link #renderScores}
     * @param record lines of provenance, written as metadata of the picture
     */
    public static void write(String pathOrDash, String svg, List<String> record) {
        String metadata = "<metadata>" + Markup.escape(String.join("\n", record)) + "</metadata>\n";
        int body = svg.indexOf("</title>\n") + "</title>\n".length();
        HtmlPage.write(pathOrDash, svg.substring(0, body) + metadata + svg.substring(body));
    }

    /** Heights of the letters in bits: probability times information of the column. */
    static double[][] informationHeights(double[][] matrix) {
        double[][] heights = new double[matrix.length][4];
        for (int i = 0; i < matrix.length; i++) {
            double sum = matrix[i][0] + matrix[i][1] + matrix[i][2] + matrix[i][3];
            double bits = InformationContent.bits(matrix[i]);
            for (int a = 0; a < 4; a++) {
                heights[i][a] = sum > 0 ? bits * matrix[i][a] / sum : 0;
            }
        }
        return heights;
    }

    private static String largest(double[][] heights) {
        StringBuilder letters = new StringBuilder();
        for (double[] column : heights) {
            int best = 0;
            for (int a = 1; a < 4; a++) {
                best = Math.abs(column[a]) > Math.abs(column[best]) ? a : best;
            }
            letters.append((char) Nucleotide.letter(best));
        }
        return letters.toString();
    }

    private static String draw(double[][] heights, Alphabet alphabet, String title, LogoOptions options, Scale scale) {
        Frame frame = Frame.of(options, heights.length);
        StringBuilder svg = new StringBuilder();
        open(svg, frame.width(), frame.height(), title);
        if (options.axes()) {
            new LogoAxes(frame.left(), frame.top(), options, scale).draw(svg, heights.length);
        } else {
            baseline(svg, 0, frame.width(), scale.baseline(options.height()));
        }
        letters(svg, heights, alphabet, frame.left(), frame.top(), options, scale);
        return svg.append("</svg>\n").toString();
    }

    /** Opens the element, with the title for screen readers and tooltips. */
    public static void open(StringBuilder svg, double width, double height, String title) {
        String safe = Markup.escape(title);
        String w = Markup.decimal(width);
        String h = Markup.decimal(height);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(w);
        svg.append("\" height=\"")
                .append(h)
                .append("\" viewBox=\"0 0 ")
                .append(w)
                .append(' ')
                .append(h);
        svg.append("\" role=\"img\" aria-label=\"")
                .append(safe)
                .append("\"><title>")
                .append(safe);
        svg.append("</title>\n");
    }

    /** Draws a thin line below the letters, so that columns without information are visible too. */
    static void baseline(StringBuilder svg, double left, double right, double y) {
        svg.append("<line stroke=\"currentColor\" stroke-opacity=\"0.35\" x1=\"")
                .append(Markup.decimal(left));
        svg.append("\" x2=\"").append(Markup.decimal(right));
        svg.append("\" y1=\"")
                .append(Markup.decimal(y))
                .append("\" y2=\"")
                .append(Markup.decimal(y))
                .append("\"/>\n");
    }

    /** Draws the stacks of letters, one path per letter of the alphabet. */
    static void letters(
            StringBuilder svg,
            double[][] heights,
            Alphabet alphabet,
            double left,
            double top,
            LogoOptions options,
            Scale scale) {
        StringBuilder[] paths = new StringBuilder[4];
        for (int a = 0; a < 4; a++) {
            paths[a] = new StringBuilder();
        }
        place(
                heights,
                left,
                top,
                options,
                scale,
                (code, x, y, width, height, upsideDown) ->
                        Glyph.of(code, alphabet).draw(paths[code], x, y, width, height, upsideDown));
        for (int a = 0; a < 4; a++) {
            if (!paths[a].isEmpty()) {
                svg.append("<path fill=\"")
                        .append(Glyph.of(a, alphabet).colour())
                        .append("\" fill-rule=\"evenodd\" d=\"");
                svg.append(paths[a]).append("\"/>\n");
            }
        }
    }

    /** Gives the box of every letter that is high enough to be seen. */
    static void place(
            double[][] heights, double left, double top, LogoOptions options, Scale scale, LetterBoxes boxes) {
        double pixels = options.height() / (scale.high - scale.low);
        double gap = options.columnWidth() * 0.03;
        for (int i = 0; i < heights.length; i++) {
            double x = left + i * options.columnWidth() + gap;
            double width = options.columnWidth() - 2 * gap;
            double up = top + scale.high * pixels;
            double down = up;
            for (int a : ascending(heights[i])) {
                double height = Math.abs(heights[i][a]) * pixels;
                if (height < 0.05) {
                    continue;
                }
                if (heights[i][a] > 0) {
                    up -= height;
                    boxes.add(a, x, up, width, height, false);
                } else {
                    boxes.add(a, x, down, width, height, true);
                    down += height;
                }
            }
        }
    }

    /** Codes of the letters by ascending absolute height, so that the highest letter is farthest from the zero line. */
    private static int[] ascending(double[] column) {
        int[] order = {0, 1, 2, 3};
        for (int i = 1; i < 4; i++) {
            for (int j = i; j > 0 && Math.abs(column[order[j]]) < Math.abs(column[order[j - 1]]); j--) {
                int swapped = order[j];
                order[j] = order[j - 1];
                order[j - 1] = swapped;
            }
        }
        return order;
    }

    /** Ticks at multiples, including 0, of a round step (1, 2 or 5 times a power of ten), for about four steps. */
    static double[] ticks(double low, double high) {
        double rough = (high - low) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / power < 1.5
                ? power
                : rough / power < 3.5 ? 2 * power : rough / power < 7.5 ? 5 * power : 10 * power;
        int first = (int) Math.ceil(low / step - 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        double[] ticks = new double[last - first + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    /** Takes the letters of a logo, in the order in which they are drawn. */
    interface LetterBoxes {
        void add(int code, double left, double top, double width, double height, boolean upsideDown);
    }

    /**
     * The size of a logo, in pixels.
     *
     * @param left space to the left of the letters
     * @param top space above the letters
     * @param width of the picture
     * @param height of the picture
     */
    record Frame(double left, double top, double width, double height) {
        static Frame of(LogoOptions options, int columns) {
            double letters = columns * options.columnWidth();
            return options.axes()
                    ? new Frame(44, 8, 44 + letters + 8, 8 + options.height() + 22)
                    : new Frame(0, 0, letters, options.height());
        }
    }

    /**
     * The vertical axis.
     *
     * @param low value at the bottom
     * @param high value at the top
     * @param ticks values of the ticks
     * @param label unit of the axis
     */
    record Scale(double low, double high, double[] ticks, String label) {
        /** The axis of information: 0 to 2 bits. */
        static final Scale BITS = new Scale(0, 2, new double[] {0, 1, 2}, "bits");

        /**
         * The axis of scores, from the lowest to the highest stack of letters.
         *
         * @throws IllegalArgumentException when a height is not finite
         */
        static Scale ofScores(double[][] heights) {
            return ofScores(heights, "score");
        }

        /** As {@link #ofScores(double[][])}, with another label. */
        static Scale ofScores(double[][] heights, String label) {
            double low = 0;
            double high = 0;
            for (double[] column : heights) {
                double up = 0;
                double down = 0;
                for (double h : column) {
                    if (!Double.isFinite(h)) {
                        throw new IllegalArgumentException("a letter height is not a finite number: " + h);
                    }
                    up += Math.max(h, 0);
                    down += Math.min(h, 0);
                }
                low = Math.min(low, down);
                high = Math.max(high, up);
            }
            if (high == low) {
                high = 1;
            }
            return new Scale(low, high, LogoSvg.ticks(low, high), label);
        }

        /** Where the line below the letters of a logo without axes is, inside the picture. */
        double baseline(double height) {
            return Math.clamp(high / (high - low) * height, 0.5, height - 0.5);
        }

        /** The number at a tick, with up to three significant digits. */
        static String number(double tick) {
            return CFormat.g(tick == 0 ? 0 : tick, 3);
        }
    }
}
