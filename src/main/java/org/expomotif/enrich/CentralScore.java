package org.expomotif.enrich;

import org.expomotif.motif.Background;
import org.expomotif.scan.best.SequenceBlock;
import org.expomotif.scan.best.WindowTables;

/**
 * The score of CentriMo: log-odds against the letter frequencies of the positives, as whole numbers of 0 to 1000 per
 * position. Equal scores are equal numbers.
 */
final class CentralScore implements SiteScore {
    /** 1/ln 2 with nine digits, as in CentriMo. */
    private static final double LOG2 = 1.44269504;

    private static final double RANGE = 1000;

    /** The log-odds of a letter of probability 0, which CentriMo computes as log2(1e-300 / 1e-300). */
    private static final double NEVER = 0;

    private final int[][] cells;
    private final double scale;
    private final double offset;
    private final double minimumBits;

    /**
     * Creates the score.
     *
     * @param probabilities of the motif, with pseudocounts
     * @param letters the background
     * @param minimumBits the lowest score of a site, at least 0
     */
    CentralScore(double[][] probabilities, Background letters, double minimumBits) {
        this.minimumBits = minimumBits;
        double[] b = letters.toArray();
        double[][] bits = new double[probabilities.length][4];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bits.length; i++) {
            for (int a = 0; a < 4; a++) {
                double p = probabilities[i][a];
                bits[i][a] = p == 0 ? NEVER : Math.log(p / b[a]) * LOG2;
                low = Math.min(low, bits[i][a]);
                high = Math.max(high, bits[i][a]);
            }
        }
        low = low == high ? low - 1 : low;
        offset = Math.floor(low);
        scale = Math.floor(RANGE / (high - offset));
        cells = new int[bits.length][4];
        for (int i = 0; i < bits.length; i++) {
            for (int a = 0; a < 4; a++) {
                cells[i][a] = (int) Math.floor((bits[i][a] - offset) * scale + 0.5);
            }
        }
    }

    @Override
    public int width() {
        return cells.length;
    }

    /** The sum of the cells, a whole number; see {@link #bits}. */
    @Override
    public double plus(SequenceBlock block, int at) {
        byte[] codes = block.codes();
        int sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += cells[i][codes[at + i]];
        }
        return sum;
    }

    @Override
    public double minus(SequenceBlock block, int at) {
        byte[] codes = block.codes();
        int last = at + cells.length - 1;
        int sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += cells[i][3 - codes[last - i]];
        }
        return sum;
    }

    /** A sum of cells as a score in bits. */
    double bits(double sum) {
        return sum / scale + cells.length * offset;
    }

    @Override
    public double rounded(double sum) {
        return sum;
    }

    @Override
    public boolean isSite(double sum) {
        return bits(sum) >= minimumBits;
    }

    @Override
    public WindowTables bestTables() {
        return WindowTables.best(rows(), false, minimumBits);
    }

    @Override
    public WindowTables allTables(double minimum) {
        return WindowTables.all(rows(), false, Math.max(0, minimum));
    }

    private double[][] rows() {
        double[][] rows = new double[cells.length][4];
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < 4; a++) {
                rows[i][a] = cells[i][a] / scale + offset;
            }
        }
        return rows;
    }
}
