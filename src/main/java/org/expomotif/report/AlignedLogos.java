package org.expomotif.report;

import java.util.Arrays;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Motif;

/**
 * Draws two information logos, a query above a target that it matches, with their aligned columns on top of each other.
 */
public final class AlignedLogos {
    /** Pixels between the two logos. */
    static final double GAP = 5;
    /** Minimum height in pixels of a letter in {@link #shifted}. */
    private static final double MINIMUM_HEIGHT = 0.4;

    private static final LogoSvg.Scale BITS = new LogoSvg.Scale(0, 2, new double[0], "bits");

    private AlignedLogos() {}

    /**
     * Draws the query above the target.
     *
     * @param target the target as in its file
     * @param offset target column, in the given orientation, minus the aligned query column
     * @param orientation {@code '-'} to draw the reverse complement of the target
     * @param options width of a column and height of each logo; axes are not drawn
     */
    public static String render(Motif query, Motif target, int offset, char orientation, LogoOptions options) {
        Motif oriented = orientation == '-' ? target.reverseComplement() : target;
        Places places = Places.of(query, target, offset);
        double width = options.columnWidth();
        String title = title(query, target, orientation);
        StringBuilder svg = new StringBuilder();
        LogoSvg.open(
                svg,
                places.columns() * width,
                2 * options.height() + GAP,
                options.title().isEmpty() ? title : options.title());
        if (places.last() > places.first()) {
            svg.append("<rect fill=\"currentColor\" fill-opacity=\"0.06\" x=\"")
                    .append(Markup.decimal(places.first() * width));
            svg.append("\" width=\"")
                    .append(Markup.decimal((places.last() - places.first()) * width))
                    .append("\" y=\"0\" height=\"");
            svg.append(Markup.decimal(2 * options.height() + GAP)).append("\"/>\n");
        }
        logo(svg, query, places.query() * width, 0, options);
        logo(svg, oriented, places.target() * width, options.height() + GAP, options);
        return svg.append("</svg>\n").toString();
    }

    /** The description of a picture: both motifs, the target as it is drawn. */
    static String title(Motif query, Motif target, char orientation) {
        Motif oriented = orientation == '-' ? target.reverseComplement() : target;
        return query.id() + " " + query.consensus() + " over "
                + (target.name().isEmpty() ? target.id() : target.id() + " " + target.name()) + " (" + orientation
                + ") "
                + oriented.consensus();
    }

    /**
     * Draws one logo shifted to the right, so that logos below one another are aligned. Letters lower than 0.4 pixels
     * are omitted: they are the majority and hardly visible.
     *
     * @param columns number of empty columns before the logo
     * @param options width of a column and height of the letters; axes are not drawn
     */
    static String shifted(Motif motif, int columns, LogoOptions options) {
        StringBuilder svg = new StringBuilder();
        String title = motif.id() + " " + motif.consensus();
        double left = columns * options.columnWidth();
        LogoSvg.open(svg, left + motif.width() * options.columnWidth(), options.height(), title);
        double[][] heights = LogoSvg.informationHeights(motif.matrix());
        double minimum = MINIMUM_HEIGHT * BITS.high() / options.height();
        for (double[] column : heights) {
            Arrays.setAll(column, a -> column[a] < minimum ? 0 : column[a]);
        }
        logo(svg, heights, motif.alphabet(), left, 0, options);
        return svg.append("</svg>\n").toString();
    }

    private static void logo(StringBuilder svg, Motif motif, double left, double top, LogoOptions options) {
        logo(svg, LogoSvg.informationHeights(motif.matrix()), motif.alphabet(), left, top, options);
    }

    private static void logo(
            StringBuilder svg, double[][] heights, Alphabet alphabet, double left, double top, LogoOptions options) {
        double right = left + heights.length * options.columnWidth();
        LogoSvg.baseline(svg, left, right, top + options.height() - 0.5);
        LogoSvg.letters(svg, heights, alphabet, left, top, options, BITS);
    }

    /**
     * The columns of two aligned motifs in a picture, counted from 0.
     *
     * @param query first column of the query
     * @param target first column of the target
     * @param columns number of columns of the picture
     * @param first first column that both have
     * @param last column after the last one that both have
     */
    record Places(int query, int target, int columns, int first, int last) {
        static Places of(Motif query, Motif target, int offset) {
            int queryStart = Math.max(0, offset);
            int targetStart = Math.max(0, -offset);
            int queryEnd = queryStart + query.width();
            int targetEnd = targetStart + target.width();
            return new Places(
                    queryStart,
                    targetStart,
                    Math.max(queryEnd, targetEnd),
                    Math.max(queryStart, targetStart),
                    Math.min(queryEnd, targetEnd));
        }
    }
}
