package org.expomotif.dataset.peak;

import org.expomotif.io.track.BedLine;
import org.expomotif.io.track.NarrowPeak;

/** The kind of a file of peaks, detected from the columns of its first record. */
public enum PeakFormat {
    /** ENCODE's narrowPeak: ten columns, the last the distance of the summit from the start. */
    NARROW_PEAK("narrowPeak", 7),
    /** ENCODE's broadPeak: the first nine columns of narrowPeak. */
    BROAD_PEAK("broadPeak", 7),
    /** Regions of one base, as in the {@code _summits.bed} of MACS. */
    SUMMITS("summits", 5),
    /** BED of three or more columns. */
    BED("BED", 5);

    private static final int BROAD_COLUMNS = 9;

    private final String text;
    private final int rankColumn;

    PeakFormat(String text, int rankColumn) {
        this.text = text;
        this.rankColumn = rankColumn;
    }

    /** The column that peaks are ranked by unless another is given. */
    public int rankColumn() {
        return rankColumn;
    }

    /** The name of the format. */
    @Override
    public String toString() {
        return text;
    }

    /** The format of a file with this first record. */
    static PeakFormat of(BedLine first) {
        if (NarrowPeak.matches(first)) {
            return NARROW_PEAK;
        }
        if (first.columns() == BROAD_COLUMNS && isBroadPeak(first)) {
            return BROAD_PEAK;
        }
        return first.end() - first.start() == 1 ? SUMMITS : BED;
    }

    /**
     * Whether columns 7 to 9 are numbers. BED9 has positions within the region in columns 7 and 8 and a colour in
     * column 9.
     */
    private static boolean isBroadPeak(BedLine line) {
        for (int column = 7; column <= BROAD_COLUMNS; column++) {
            if (Double.isNaN(PeakColumn.number(line.column(column)))) {
                return false;
            }
        }
        return !isPosition(line, 7) || !isPosition(line, 8);
    }

    private static boolean isPosition(BedLine line, int column) {
        String cell = line.column(column).strip();
        double number = PeakColumn.number(cell);
        return cell.matches("\\d+") && number >= line.start() && number <= line.end();
    }
}
