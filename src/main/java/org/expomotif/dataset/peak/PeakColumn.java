package org.expomotif.dataset.peak;

import java.util.Locale;
import java.util.Optional;

/**
 * A column that peaks are ranked by, the highest value first.
 *
 * @param number the column, counted from 1
 */
public record PeakColumn(int number) {
    private static final int FIRST = 4;
    private static final int LAST = 1000;

    /**
     * Parses the name of a column of narrowPeak or a number.
     *
     * @param text {@code score}, {@code signal}, {@code p-value}, {@code q-value} or a number of 4 to 1000
     * @return the column; empty when the text is something else
     */
    public static Optional<PeakColumn> parse(String text) {
        int number = switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "score" -> 5;
            case "signal" -> 7;
            case "p-value" -> 8;
            case "q-value" -> 9;
            default -> text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        };
        return number >= FIRST && number <= LAST ? Optional.of(new PeakColumn(number)) : Optional.empty();
    }

    /** The number in a cell; NaN when the cell holds anything else. */
    static double number(String cell) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
