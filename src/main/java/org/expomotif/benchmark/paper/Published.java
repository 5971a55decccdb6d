package org.expomotif.benchmark.paper;

import java.util.Locale;
import org.expomotif.io.table.CFormat;

/**
 * A published figure.
 *
 * @param value mean over trials; NaN where only a range is known
 * @param sd standard deviation over trials; NaN where it is not known
 * @param low lowest trial, or lower bound of the mean; NaN where a mean is given
 * @param high highest trial, or upper bound of the mean; NaN where a mean is given
 * @param kind how the figure is given
 */
public record Published(double value, double sd, double low, double high, PublishedFigures.Kind kind) {
    /** The expected range of ten independent normal deviates, in standard deviations (Tippett, 1925). */
    private static final double RANGE_OF_TEN = 3.078;

    /**
     * A measured value minus the published one. Of a range of trials the middle counts; of bounds, the nearest one, and
     * a value between them differs by 0.
     */
    public double difference(double measured) {
        return switch (kind) {
            case TABLE, TEXT, FIGURE -> measured - value;
            case TRIALS -> measured - (low + high) / 2;
            case BOUNDS -> measured - Math.clamp(measured, low, high);
        };
    }

    /**
     * The published spread over trials: the standard deviation, or its estimate from the range of ten trials; NaN where
     * neither is known.
     */
    public double spread() {
        return kind == PublishedFigures.Kind.TRIALS ? (high - low) / RANGE_OF_TEN : sd;
    }

    /** The figure as a table shows it: {@code 0.827 (0.019)}, or {@code 0.967 to 0.976}. */
    @Override
    public String toString() {
        if (Double.isNaN(value)) {
            return CFormat.g(low, 3) + " to " + CFormat.g(high, 3);
        }
        return Double.isNaN(sd) ? CFormat.g(value, 3) : String.format(Locale.ROOT, "%.3f (%.3f)", value, sd);
    }
}
