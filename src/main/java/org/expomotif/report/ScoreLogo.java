package org.expomotif.report;

import java.util.Optional;
import org.expomotif.attribution.Attribution;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.PositionRange;
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
}
