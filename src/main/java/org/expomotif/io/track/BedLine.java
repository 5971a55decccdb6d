package org.expomotif.io.track;

import org.expomotif.io.ControlCharacters;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;

/**
 * A line of a BED file. Its first three columns have been checked; each further column is checked when it is read, so
 * that unused columns may contain anything.
 */
public final class BedLine {
    private final TextLines lines;
    private final String[] cells;
    private final int start;
    private final int end;

    private BedLine(TextLines lines, String[] cells, int start, int end) {
        this.lines = lines;
        this.cells = cells;
        this.start = start;
        this.end = end;
    }

    /** Parses the line that was read last and checks its first three columns. */
    static BedLine parse(String line, TextLines lines) {
        String[] cells = cells(line);
        if (cells.length < 3) {
            throw BedFaults.tooFewColumns(line, cells, lines);
        }
        int start = position(cells, 1, "start", lines);
        int end = position(cells, 2, "end", lines);
        if (end <= start) {
            throw lines.fault("the region has no bases")
                    .expected("0 <= start < end (0-based, half open)")
                    .found("start " + start + ", end " + end)
                    .remedy(
                            end == start
                                    ? "where the file counts from 1, subtract 1 from every start"
                                    : "exchange start and end; the strand belongs in column 6");
        }
        if (cells[0].isBlank()) {
            throw lines.fault("the region has no sequence name").expected("the name of a sequence in column 1");
        }
        rejectControlCharacters(cells[0].strip(), "the sequence", lines);
        return new BedLine(lines, cells, start, end);
    }

    /** Columns are separated by tabs; in a line without a tab, by spaces, as the UCSC genome browser reads it. */
    private static String[] cells(String line) {
        return line.indexOf('\t') >= 0 ? line.split("\t", -1) : line.strip().split("\\s+");
    }

    private static void rejectControlCharacters(String name, String what, TextLines lines) {
        if (ControlCharacters.areIn(name)) {
            throw lines.fault("the name of " + what + " holds a control character")
                    .found("\"" + name + "\"");
        }
    }

    private static int position(String[] cells, int column, String name, TextLines lines) {
        String cell = cells[column].strip();
        long number = wholeNumber(cell);
        if (number < 0) {
            throw BedFaults.notAPosition(cells, cell, name, lines);
        }
        if (number > Integer.MAX_VALUE) {
            throw lines.fault("the " + name + " is too large")
                    .expected("at most " + Integer.MAX_VALUE)
                    .found(cell);
        }
        return (int) number;
    }

    /** The number in a cell of digits; -1 when the cell contains anything else. */
    static long wholeNumber(String cell) {
        if (cell.isEmpty() || cell.length() > 18) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < cell.length(); i++) {
            int digit = cell.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** Name of the sequence, column 1. */
    public String sequence() {
        return cells[0].strip();
    }

    /** The first base, column 2, counted from 0. */
    public int start() {
        return start;
    }

    /** The position after the last base, column 3. */
    public int end() {
        return end;
    }

    /**
     * Column 4, including any spaces; {@code .} when the line has none.
     *
     * @throws UserException when it contains a control character
     */
    public String name() {
        String name = column(4);
        rejectControlCharacters(name, "the region", lines);
        return name.isEmpty() ? "." : name;
    }

    /**
     * Column 5; 0 when the line has none.
     *
     * @throws UserException when it is not a number
     */
    public double score() {
        String cell = column(5).strip();
        if (cell.isEmpty() || cell.equals(".")) {
            return 0;
        }
        double score = number(cell);
        if (Double.isNaN(score)) {
            throw fault("the score is not a number")
                    .expected("a number in column 5")
                    .found("\"" + cell + "\"");
        }
        return score;
    }

    /**
     * Column 6: {@code +}, {@code -} or {@code .}; {@code .} when the line has none.
     *
     * @throws UserException when it is something else
     */
    public char strand() {
        String cell = column(6).strip();
        return switch (cell) {
            case "+" -> '+';
            case "-" -> '-';
            case ".", "", "*" -> '.';
            default ->
                throw fault("the strand is unknown")
                        .expected("+, - or . in column 6")
                        .found("\"" + cell + "\"")
                        .remedy("where the file has no strands, keep its first four columns (cut -f 1-4)");
        };
    }

    /** Number of columns, without empty ones at the end. */
    public int columns() {
        int count = cells.length;
        while (count > 3 && cells[count - 1].isBlank()) {
            count--;
        }
        return count;
    }

    /** A column, counted from 1; empty when the line does not have it. */
    public String column(int number) {
        return number <= cells.length ? cells[number - 1] : "";
    }

    /** The number in a cell; NaN when the cell contains anything else. */
    static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Line number in the file, counted from 1. */
    public long number() {
        return lines.number();
    }

    /** The line as a site, with all six columns checked. */
    public BedSite site() {
        return new BedSite(sequence(), start, end, name(), score(), strand());
    }

    /** An error at this line; valid until the next line is read. */
    public UserException fault(String what) {
        return lines.fault(what);
    }

    /** The region as {@code chr1:100-300}, 0-based and half-open. */
    @Override
    public String toString() {
        return sequence() + ":" + start + "-" + end;
    }
}
