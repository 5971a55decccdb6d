package org.expomotif.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.io.Outputs;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Motif;
import org.expomotif.report.AlignedLogos.Places;
import org.expomotif.report.LogoSvg.Frame;
import org.expomotif.report.LogoSvg.Scale;
import org.expomotif.report.raster.Bitmap;
import org.expomotif.report.raster.Outline;
import org.expomotif.report.raster.Png;

/**
 * Sequence logos as PNG on white, for viewers that show no SVG. Letters and axes are those of {@link LogoSvg}; the same
 * motif gives the same pixels on every machine.
 */
public final class LogoPng {
    /** The colour of the line below the letters: black at 35% on white. */
    private static final int LINE = 0xa6a6a6;

    /** The colour behind aligned columns: black at 6% on white. */
    private static final int SHARED = 0xf0f0f0;

    private LogoPng() {}

    /** The picture that {@link LogoSvg#render} draws, in pixels. */
    static Bitmap draw(Motif motif, LogoOptions options) {
        return draw(LogoSvg.informationHeights(motif.matrix()), motif.alphabet(), options, Scale.BITS);
    }

    /** The picture that {@link LogoSvg#renderScores} draws, in pixels. */
    static Bitmap drawScores(double[][] heights, LogoOptions options) {
        return draw(heights, Alphabet.DNA, options, Scale.ofScores(heights));
    }

    private static Bitmap draw(double[][] heights, Alphabet alphabet, LogoOptions options, Scale scale) {
        Frame frame = Frame.of(options, heights.length);
        Bitmap picture = new Bitmap((int) Math.ceil(frame.width()), (int) Math.ceil(frame.height()));
        if (options.axes()) {
            new LogoAxes(frame.left(), frame.top(), options, scale).draw(picture, heights.length);
        } else {
            double y = scale.baseline(options.height());
            picture.line(0, y, frame.width(), y, 1, LINE);
        }
        letters(picture, heights, alphabet, frame.left(), frame.top(), options, scale);
        return picture;
    }

    /** The picture that {@link AlignedLogos#render} draws, in pixels. */
    static Bitmap drawAligned(Motif query, Motif target, int offset, char orientation, LogoOptions options) {
        Places places = Places.of(query, target, offset);
        double width = options.columnWidth();
        double below = options.height() + AlignedLogos.GAP;
        Bitmap picture =
                new Bitmap((int) Math.ceil(places.columns() * width), (int) Math.ceil(below + options.height()));
        if (places.last() > places.first()) {
            double middle = (below + options.height()) / 2;
            picture.line(places.first() * width, middle, places.last() * width, middle, 2 * middle, SHARED);
        }
        logo(picture, query, places.query() * width, 0, options);
        logo(
                picture,
                orientation == '-' ? target.reverseComplement() : target,
                places.target() * width,
                below,
                options);
        return picture;
    }

    private static void logo(Bitmap picture, Motif motif, double left, double top, LogoOptions options) {
        double[][] heights = LogoSvg.informationHeights(motif.matrix());
        double y = top + options.height() - 0.5;
        picture.line(left, y, left + heights.length * options.columnWidth(), y, 1, LINE);
        letters(picture, heights, motif.alphabet(), left, top, options, Scale.BITS);
    }

    /** Draws the stacks of letters. */
    static void letters(
            Bitmap picture,
            double[][] heights,
            Alphabet alphabet,
            double left,
            double top,
            LogoOptions options,
            Scale scale) {
        LogoSvg.place(heights, left, top, options, scale, (code, x, y, width, height, upsideDown) -> {
            Glyph glyph = Glyph.of(code, alphabet);
            Outline outline = new Outline();
            glyph.trace(outline, x, y, width, height, upsideDown);
            picture.fill(outline, Integer.parseInt(glyph.colour().substring(1), 16));
        });
    }

    /** Whether a file is PNG by its name. */
    public static boolean isNameOf(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".png");
    }

    /**
     * Writes the logo of a motif to a file atomically. The file holds the title of {@link LogoSvg#render} as well.
     *
     * @param record lines of provenance, written as the description of the picture
     */
    public static void write(String pathOrDash, Motif motif, LogoOptions options, List<String> record) {
        write(pathOrDash, draw(motif, options), LogoSvg.title(motif, options), record);
    }

    /** Writes the logos of a query and its match to a file, as {@link #write} does. */
    public static void writeAligned(
            String pathOrDash,
            Motif query,
            Motif target,
            int offset,
            char orientation,
            LogoOptions options,
            List<String> record) {
        write(
                pathOrDash,
                drawAligned(query, target, offset, orientation, options),
                AlignedLogos.title(query, target, orientation),
                record);
    }

    /** Writes a logo of signed heights, as {@link #write} does. */
    static void writeScores(String pathOrDash, double[][] heights, LogoOptions options, List<String> record) {
        write(pathOrDash, drawScores(heights, options), options.title(), record);
    }

    /** Writes a picture with its title and the description of its run. */
    static void write(String pathOrDash, Bitmap picture, String title, List<String> record) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", title);
        texts.put("Description", String.join("\n", record));
        byte[] file = Png.of(picture, texts);
        Outputs.write(pathOrDash, out -> out.write(file));
    }
}
