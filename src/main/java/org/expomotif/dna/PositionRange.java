package org.expomotif.dna;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of bases of a sequence, written as {@code NAME:FROM-TO}. The text does not show whether bases are counted
 * from 0 or from 1; the caller must know.
 *
 * @param sequence name of the sequence; it may contain colons
 * @param from the first number
 * @param to the second number
 */
public record PositionRange(String sequence, long from, long to) {
    private static final String NUMBER = "(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})";
    private static final Pattern RANGE = Pattern.compile("(.+):" + NUMBER + "-" + NUMBER);

    /**
     * Parses a range, whose numbers may have commas between thousands. The result is empty when the text is not a
     * range.
     */
    public static Optional<PositionRange> parse(String text) {
        Matcher range = RANGE.matcher(text);
        return range.matches()
                ? Optional.of(new PositionRange(range.group(1), number(range.group(2)), number(range.group(3))))
                : Optional.empty();
    }

    /** A number that matched {@link #NUMBER}. */
    private static long number(String digits) {
        return Long.parseLong(digits.replace(",", ""));
    }
}
