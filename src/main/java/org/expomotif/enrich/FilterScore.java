package org.expomotif.enrich;

import org.expomotif.scan.best.SequenceBlock;
import org.expomotif.scan.best.WindowTables;
import org.expomotif.stats.LogProbability;

/**
 * The input of the activation function of a first-layer filter, rounded to ten significant digits. Every window can be
 * a site: the threshold alone decides, because the bias has no meaning of its own when the activation is exponential.
 */
final class FilterScore implements SiteScore {
    private final double[][] kernel;
    private final double bias;

    /** Creates the score of a filter; the kernel has one row per position, columns A C G T. */
    FilterScore(double[][] kernel, double bias) {
        this.kernel = kernel;
        this.bias = bias;
    }

    @Override
    public int width() {
        return kernel.length;
    }

    @Override
    public double plus(SequenceBlock block, int at) {
        byte[] codes = block.codes();
        double sum = bias;
        for (int i = 0; i < kernel.length; i++) {
            sum += kernel[i][codes[at + i]];
        }
        return sum;
    }

    @Override
    public double minus(SequenceBlock block, int at) {
        byte[] codes = block.codes();
        int last = at + kernel.length - 1;
        double sum = bias;
        for (int i = 0; i < kernel.length; i++) {
            sum += kernel[i][3 - codes[last - i]];
        }
        return sum;
    }

    @Override
    public double rounded(double score) {
        return LogProbability.significant(score);
    }

    @Override
    public boolean isSite(double score) {
        return true;
    }

    @Override
    public WindowTables bestTables() {
        return WindowTables.best(positive(), false, 0);
    }

    @Override
    public WindowTables allTables(double minimum) {
        double lowest = bias;
        for (double[] row : kernel) {
            lowest += minimum(row);
        }
        return WindowTables.all(positive(), false, Math.max(0, (minimum - lowest) * scale()));
    }

    /** The kernel with 0 as the minimum of every position and a maximum sum of two per position. */
    private double[][] positive() {
        double scale = scale();
        double[][] rows = new double[kernel.length][4];
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < 4; a++) {
                rows[i][a] = (kernel[i][a] - minimum(kernel[i])) * scale;
            }
        }
        return rows;
    }

    private double scale() {
        double range = 0;
        for (double[] row : kernel) {
            range += Math.max(Math.max(row[0], row[1]), Math.max(row[2], row[3])) - minimum(row);
        }
        return range > 0 ? 2.0 * kernel.length / range : 1;
    }

    private static double minimum(double[] row) {
        return Math.min(Math.min(row[0], row[1]), Math.min(row[2], row[3]));
    }
}
