package org.expomotif.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.attribution.Attribution;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.PositionRange;
import org.expomotif.motif.Alphabet;
import org.expomotif.report.LogoSvg.Frame;
import org.expomotif.report.LogoSvg.Scale;
import org.expomotif.report.raster.Bitmap;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/** The base scores of one sequence as a logo: the letters that are present, as high as their scores. */
public final class ScoreLogo {
    private static final double COLUMN_WIDTH = 12;
    private static final double HEIGHT = 120;

    private final String file;
    private final Optional<PositionRange> window;
    private @Nullable Drawing drawing;

    /**
     * Creates a logo.
     *
     * @param file path of the SVG file, or of a PNG file if its name ends in .png; or {@code -}
     * @param window the sequence and its first and last base, counted from 1; empty for the whole first sequence
     */
    public ScoreLogo(String file, Optional<PositionRange> window) {
        this.file = file;
        this.window = window;
    }

    /** Draws the sequence if it is the one of the window. */
    public void add(Attribution explanation) {
        String name = explanation.sequence().name();
        if (drawing == null
                && window.map(range -> range.sequence().equals(name)).orElse(true)) {
            drawing = drawn(explanation);
        }
    }

    private Drawing drawn(Attribution explanation) {
        int length = explanation.baseScores().length;
        int first = window.map(range -> (int) range.from()).orElse(1);
        int last = window.map(range -> (int) range.to()).orElse(length);
        if (last > length) {
            throw new UserException("the window of the logo extends beyond the sequence")
                    .atRecord("sequence " + explanation.sequence().name())
                    .expected("bases from 1 to " + length)
                    .found(first + "-" + last);
        }
        byte[] codes = explanation.sequence().codes();
        double[][] heights = new double[last - first + 1][4];
        for (int i = first - 1; i < last; i++) {
            if (codes[i] != Nucleotide.UNKNOWN) {
                heights[i - first + 1][codes[i]] = explanation.baseScores()[i];
            }
        }
        String title = explanation.sequence().name() + ":" + first + "-" + last;
        return new Drawing(
                heights,
                LogoOptions.DEFAULT.titled(title).sized(COLUMN_WIDTH, HEIGHT).startingAt(first));
    }

    /**
     * Writes the logo.
     *
     * @throws UserException when the sequence of the window was not added
     */
    public void write(Provenance provenance) {
        if (drawing == null) {
            throw new UserException("no explained sequence has the name of the logo's window")
                    .found(window.map(PositionRange::sequence).orElse(""));
        }
        if (LogoPng.isNameOf(file)) {
            LogoPng.writeScores(file, drawing.heights, drawing.options, provenance.lines());
        } else {
            LogoSvg.write(file, LogoSvg.renderScores(drawing.heights, drawing.options), provenance.lines());
        }
    }

    private record Drawing(double[][] heights, LogoOptions options) {}

    /**
     * The base scores of the two alleles of a variant as logos with one scale, REF above ALT, with the columns of the
     * variant marked.
     *
     * @param ref heights of the letters with REF: one row per column of the picture, columns A C G T
     * @param alt heights of the letters with ALT; a column in which an allele has no base is 0
     * @param first the first column of the variant, counted from 0
     * @param last the column after the last one of the variant
     */
    public record Pair(double[][] ref, double[][] alt, int first, int last) {
        private static final double WIDTH = 10;
        private static final double PANEL = 110;

        /** The colour behind the variant: black at 12% on white. */
        private static final int MARKED = 0xe0e0e0;

        private static final double OPACITY = 0.12;

        private LogoOptions options(String title) {
            return LogoOptions.DEFAULT.titled(title).sized(WIDTH, PANEL).startingAt(-first);
        }

        private Scale scale(String label) {
            return Scale.ofScores(Stream.of(ref, alt).flatMap(Stream::of).toArray(double[][]::new), label);
        }

        private record Panel(double[][] heights, double top, Scale scale) {}

        private List<Panel> panels(Frame frame) {
            return List.of(
                    new Panel(ref, frame.top(), scale("ref score")),
                    new Panel(alt, frame.height() + frame.top(), scale("alt score")));
        }

        /** Draws the logos as SVG. Columns are numbered from the first one of the variant, which is 0. */
        String svg(String title) {
            LogoOptions options = options(title);
            Frame frame = Frame.of(options, ref.length);
            StringBuilder svg = new StringBuilder();
            LogoSvg.open(svg, frame.width(), 2 * frame.height(), title);
            svg.append("<rect fill=\"currentColor\" fill-opacity=\"")
                    .append(OPACITY)
                    .append("\" x=\"")
                    .append(Markup.decimal(frame.left() + first * WIDTH))
                    .append("\" width=\"")
                    .append(Markup.decimal((last - first) * WIDTH))
                    .append("\" y=\"0\" height=\"")
                    .append(Markup.decimal(2 * frame.height()))
                    .append("\"/>\n");
            for (Panel panel : panels(frame)) {
                new LogoAxes(frame.left(), panel.top, options, panel.scale).draw(svg, ref.length);
                LogoSvg.letters(svg, panel.heights, Alphabet.DNA, frame.left(), panel.top, options, panel.scale);
            }
            return svg.append("</svg>\n").toString();
        }

        /** Draws the logos in pixels. */
        Bitmap bitmap() {
            LogoOptions options = options("");
            Frame frame = Frame.of(options, ref.length);
            Bitmap picture = new Bitmap((int) Math.ceil(frame.width()), (int) Math.ceil(2 * frame.height()));
            double left = frame.left() + first * WIDTH;
            picture.line(
                    left, frame.height(), left + (last - first) * WIDTH, frame.height(), 2 * frame.height(), MARKED);
            for (Panel panel : panels(frame)) {
                new LogoAxes(frame.left(), panel.top, options, panel.scale).draw(picture, ref.length);
                LogoPng.letters(picture, panel.heights, Alphabet.DNA, frame.left(), panel.top, options, panel.scale);
            }
            return picture;
        }

        /**
         * Writes the logos to a file.
         *
         * @param path path of an SVG file, or of a PNG file if its name ends in .png
         * @param record lines of provenance, written into the picture
         */
        public void write(String path, String title, List<String> record) {
            if (LogoPng.isNameOf(path)) {
                LogoPng.write(path, bitmap(), title, record);
            } else {
                LogoSvg.write(path, svg(title), record);
            }
        }
    }
}
