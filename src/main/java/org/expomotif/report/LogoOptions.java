package org.expomotif.report;

/**
 * The options of a logo.
 *
 * @param title description for the tooltip and for screen readers; empty for a description made from the logo
 * @param columnWidth width of a column, in pixels
 * @param height height of the area of the letters, in pixels
 * @param axes whether the axes with their ticks are drawn
 * @param firstPosition number below the first column
 */
public record LogoOptions(String title, double columnWidth, double height, boolean axes, int firstPosition) {
    /** A separate logo: 24 pixels per column, 120 pixels high, with axes from position 1. */
    public static final LogoOptions DEFAULT = new LogoOptions("", 24, 120, true, 1);

    /** A logo in a row of a table: 11 pixels per column, 44 pixels high, without axes. */
    public static final LogoOptions SMALL = new LogoOptions("", 11, 44, false, 1);

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException when a size is not positive
     */
    public LogoOptions {
        if (!(columnWidth > 0) || !(height > 0)) {
            throw new IllegalArgumentException("the size of a logo is not positive: " + columnWidth + " x " + height);
        }
    }

    /** Returns these options with another title. */
    public LogoOptions titled(String newTitle) {
        return new LogoOptions(newTitle, columnWidth, height, axes, firstPosition);
    }

    /** Returns these options with other sizes. */
    public LogoOptions sized(double newColumnWidth, double newHeight) {
        return new LogoOptions(title, newColumnWidth, newHeight, axes, firstPosition);
    }

    /** Returns these options with or without axes. */
    public LogoOptions withAxes(boolean drawn) {
        return new LogoOptions(title, columnWidth, height, drawn, firstPosition);
    }

    /** Returns these options with another number below the first column. */
    public LogoOptions startingAt(int position) {
        return new LogoOptions(title, columnWidth, height, axes, position);
    }
}
