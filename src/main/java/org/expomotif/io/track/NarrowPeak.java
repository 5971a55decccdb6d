package org.expomotif.io.track;

import java.util.OptionalInt;

/**
 * The summits of ENCODE's narrowPeak: BED6 with signal, -log10 p-value and -log10 q-value in columns 7 to 9, and the
 * distance of the summit from the start, or -1 when it is unknown, in column 10.
 */
public final class NarrowPeak {
    private static final int COLUMNS = 10;

    private NarrowPeak() {}

    /** Whether a line has the columns of narrowPeak. */
    public static boolean matches(BedLine line) {
        return line.columns() == COLUMNS && hasNumbers(line) && isOffset(line);
    }

    private static boolean hasNumbers(BedLine line) {
        for (int column = 7; column < COLUMNS; column++) {
            if (Double.isNaN(BedLine.number(line.column(column)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOffset(BedLine line) {
        String cell = line.column(COLUMNS).strip();
        return cell.equals("-1") || BedLine.wholeNumber(cell) >= 0;
    }

    /**
     * The position of the summit of a narrowPeak line, counted from 0.
     *
     * @return the position; empty when the summit is unknown
     * @throws org.expomotif.run.UserException when the line does not have the columns, or its summit is outside
     */
    public static OptionalInt summit(BedLine line) {
        if (!matches(line)) {
            throw line.fault("not a line of narrowPeak, as the first region of the file is")
                    .expected("10 columns, the last the distance of the summit from the start")
                    .found(line.columns() + " columns, \"" + line.column(COLUMNS) + "\" in column 10")
                    .remedy("give one kind of peaks, or remove column 10 to use the middles");
        }
        long offset = BedLine.wholeNumber(line.column(COLUMNS).strip());
        if (offset < 0) {
            return OptionalInt.empty();
        }
        if (offset >= line.end() - line.start()) {
            throw line.fault("the summit lies outside its peak")
                    .expected("a distance from the start below " + (line.end() - line.start()) + " in column 10")
                    .found(String.valueOf(offset))
                    .remedy("where column 10 is not a summit, remove it to use the middles");
        }
        return OptionalInt.of((int) (line.start() + offset));
    }
}
