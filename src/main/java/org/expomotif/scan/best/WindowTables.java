package org.expomotif.scan.best;

/**
 * A matrix as tables of the sums of three neighbouring positions, in whole units, for both strands. The sum of the
 * tables and of the offset of a window differs from its score times {@link #unit} by at most half a unit per table and
 * less than one unit for the offset.
 *
 * <p>A sum below the range of 16 bits is raised to its lower end. The tables of one window add up to less than three
 * quarters of the range, so such a window stays below 0, and a finder that looks for scores of at least 0 excludes it.
 */
public final class WindowTables {
    private static final int TRIPLES = 64;

    private final int width;
    private final short[] plus;
    private final short[] minus;
    private final boolean withBackground;
    private final int minimum;
    private final int tolerance;
    private final int maximumSum;

    /**
     * Tables that find the best windows of each sequence.
     *
     * @param bits the matrix, one row per position, columns A C G T: logarithms to base 2 of probabilities, or, without
     *     a background, their log-odds
     * @param withBackground whether the background of a window is subtracted from the sum of its cells
     * @param minimum the score, at least 0, below which a window is of no interest
     */
    public static WindowTables best(double[][] bits, boolean withBackground, double minimum) {
        return new WindowTables(bits, withBackground, minimum, false);
    }

    /** Tables that find all windows with at least the minimum score; the parameters are those of {@link #best}. */
    public static WindowTables all(double[][] bits, boolean withBackground, double minimum) {
        return new WindowTables(bits, withBackground, minimum, true);
    }

    private WindowTables(double[][] bits, boolean withBackground, double minimum, boolean all) {
        width = bits.length;
        this.withBackground = withBackground;
        int unit = unit(width);
        int groups = groups();
        plus = new short[groups * TRIPLES];
        minus = new short[groups * TRIPLES];
        double shift = withBackground ? 2 : 0;
        int best = 0;
        for (int group = 0; group < groups; group++) {
            int bestOnPlus = Short.MIN_VALUE;
            int bestOnMinus = Short.MIN_VALUE;
            for (int code = 0; code < TRIPLES; code++) {
                double onPlus = 0;
                double onMinus = 0;
                for (int b = 0; b < 3 && 3 * group + b < width; b++) {
                    int base = code >> 2 * (2 - b) & 3;
                    int position = 3 * group + b;
                    onPlus += bits[position][base] + shift;
                    onMinus += bits[width - 1 - position][3 - base] + shift;
                }
                plus[group * TRIPLES + code] = units(onPlus * unit);
                minus[group * TRIPLES + code] = units(onMinus * unit);
                bestOnPlus = Math.max(bestOnPlus, plus[group * TRIPLES + code]);
                bestOnMinus = Math.max(bestOnMinus, minus[group * TRIPLES + code]);
            }
            best += Math.max(Math.max(bestOnPlus, bestOnMinus), 0);
        }
        maximumSum = best;
        int error = groups / 2 + 2;
        tolerance = all ? 2 * Short.MAX_VALUE : 2 * error;
        this.minimum = (int) Math.clamp(Math.floor(minimum * unit) - error, -error, Short.MAX_VALUE);
    }

    /** Units per bit, so that sums fit into 16 bits. */
    static int unit(int width) {
        return Short.MAX_VALUE / (4 * width + 8);
    }

    private static short units(double sum) {
        return (short) Math.clamp(Math.rint(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Number of positions. */
    public int width() {
        return width;
    }

    /** Number of tables per strand. */
    int groups() {
        return (width + 2) / 3;
    }

    /** The tables of the plus strand, one after another. */
    short[] plus() {
        return plus;
    }

    /** The tables of the minus strand, one after another. */
    short[] minus() {
        return minus;
    }

    /** The minimum sum, in units, of a window that may reach the minimum score. */
    int minimum() {
        return minimum;
    }

    /** Maximum difference, in units, of the sum of a window to be found from the best sum of the sequence. */
    int tolerance() {
        return tolerance;
    }

    /**
     * Whether no sum of tables and offsets in the block exceeds 16 bits, so that saturation excludes no best window.
     */
    boolean fits(SequenceBlock block) {
        long highest = block.prepare(width, withBackground);
        return maximumSum <= 3 * (Short.MAX_VALUE / 4) && maximumSum + highest <= Short.MAX_VALUE;
    }
}
