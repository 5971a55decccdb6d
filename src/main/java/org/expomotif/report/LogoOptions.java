package org.expomotif.report;

/**
 * How a logo is drawn.
 *
 * @param title what it shows, for the tooltip and for readers of the screen; empty for the consensus alone
 * @param columnWidth width of a position, in pixels
 * @param height height of the letters' area, in pixels
 * @param axes whether the axes with their ticks are drawn
 * @param firstPosition the number written under the first column
 */
public record LogoOptions(String title, double columnWidth, double height, boolean axes, int firstPosition) {
    /** A logo to be looked at on its own: 24 pixels a column, 120 high, with axes from position 1. */
    public static final LogoOptions DEFAULT = new LogoOptions("", 24, 120, true, 1);

    /** A logo for the row of a table: 11 pixels a column, 44 high, without axes. */
    public static final LogoOptions SMALL = new LogoOptions("", 11, 44, false, 1);

    /** Refuses sizes that are not positive. */
    public LogoOptions {
        if (!(columnWidth > 0) || !(height > 0)) {
            throw new IllegalArgumentException("not a size: " + columnWidth + " x " + height);
        }
    }

    /** The same with another title. */
    public LogoOptions titled(String newTitle) {
        return new LogoOptions(newTitle, columnWidth, height, axes, firstPosition);
    }

    /** The same with other sizes. */
    public LogoOptions sized(double newColumnWidth, double newHeight) {
        return new LogoOptions(title, newColumnWidth, newHeight, axes, firstPosition);
    }

    /** The same with or without axes. */
    public LogoOptions withAxes(boolean drawn) {
        return new LogoOptions(title, columnWidth, height, drawn, firstPosition);
    }

    /** The same with another number under the first column. */
    public LogoOptions startingAt(int position) {
        return new LogoOptions(title, columnWidth, height, axes, position);
    }
}
