package org.expomotif.scan.matrix;

import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/**
 * A scoring matrix of integers 0..1000. The score of a window takes finitely many values, so its null distribution can
 * be computed exactly. A window with the sum {@code x} has the score {@code x / scale + offset}.
 */
public final class IntegerMatrix {
    /** Maximum value of a cell. */
    public static final int RANGE = 1000;

    /** 1/ln 2 with nine digits, as in FIMO. */
    private static final double LOG2 = 1.44269504;

    private static final int SITES_WHEN_ABSENT = 20;
    private static final double ROW_SUM_TOLERANCE = 1e-5;

    private final int[][] cells;
    private final double scale;
    private final double offset;

    private IntegerMatrix(int[][] cells, double scale, double offset) {
        this.cells = cells;
        this.scale = scale;
        this.offset = offset;
    }

    /**
     * Returns the log-odds matrix of a motif, rounded as in FIMO 4.12: with {@code o = floor(minimum log-odds)} and
     * {@code k = floor(1000 / (maximum log-odds - o))}, the cell of log-odds {@code L} is {@code trunc((L - o) k +
     * 0.5)}.
     *
     * @param motif the motif; rows whose sum differs from 1 by more than 1e-5 are divided by their sum
     * @param background the letter frequencies
     * @param pseudocount total added to the four letters in proportion to the background; the counts of the motif are
     *     {@code nsites} (20 when absent) times its probabilities
     * @throws UserException when the sum of a row is not a number above 0, or a probability and the pseudocount are
     *     both 0
     */
    public static IntegerMatrix ofMotif(Motif motif, ScanBackground background, double pseudocount) {
        double[][] logOdds = logOdds(motif, background, pseudocount);
        double low = minimum(logOdds);
        double high = maximum(logOdds);
        if (low == high) {
            low = high - 1;
        }
        double floor = Math.floor(low);
        double scale = Math.floor(RANGE / (high - floor));
        int[][] cells = new int[logOdds.length][4];
        for (int i = 0; i < cells.length; i++) {
            for (int a = 0; a < 4; a++) {
                cells[i][a] = (int) ((logOdds[i][a] - floor) * scale + 0.5);
            }
        }
        return new IntegerMatrix(cells, scale, cells.length * floor);
    }

    /**
     * Returns a matrix of any real numbers, such as a convolution filter. The minimum of each position goes into the
     * offset, and the position with the largest span is scaled to 0..1000. A score differs from the unrounded one by at
     * most {@code width * span / 2000}, where span is the largest difference between two letters of one position. The
     * p-value of the rounded score is exact.
     *
     * @param scores one row per position, columns A C G T
     * @param bias number added to the score of every window
     * @throws IllegalArgumentException when there are no rows, or a number is not finite
     */
    public static IntegerMatrix ofScores(double[][] scores, double bias) {
        double span = 0;
        double offset = bias;
        for (double[] row : scores) {
            double low = Math.min(Math.min(row[0], row[1]), Math.min(row[2], row[3]));
            double high = Math.max(Math.max(row[0], row[1]), Math.max(row[2], row[3]));
            span = Math.max(span, high - low);
            offset += low;
        }
        if (scores.length == 0 || !Double.isFinite(span) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("a scoring matrix needs at least one position and finite numbers");
        }
        double scale = span == 0 ? 1 : RANGE / span;
        int[][] cells = new int[scores.length][4];
        for (int i = 0; i < cells.length; i++) {
            double[] row = scores[i];
            double low = Math.min(Math.min(row[0], row[1]), Math.min(row[2], row[3]));
            for (int a = 0; a < 4; a++) {
                cells[i][a] = (int) Math.min(RANGE, Math.rint((row[a] - low) * scale));
            }
        }
        return new IntegerMatrix(cells, scale, offset);
    }

    private static double[][] logOdds(Motif motif, ScanBackground background, double pseudocount) {
        double sites = (long) motif.sites();
        if (!(sites > 0)) {
            sites = SITES_WHEN_ABSENT;
        }
        double[][] matrix = motif.matrix();
        double[][] logOdds = new double[matrix.length][4];
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            double sum = row[0] + row[1] + row[2] + row[3];
            if (!(sum > 0) || Double.isInfinite(sum)) {
                throw new UserException("row " + (i + 1) + " of the matrix has no probabilities")
                        .atRecord("motif " + motif.id())
                        .expected("four probabilities that sum to 1")
                        .found("the sum " + sum);
            }
            double divisor = Math.abs(sum - 1) > ROW_SUM_TOLERANCE ? sum : 1;
            for (int a = 0; a < 4; a++) {
                double probability =
                        (sites * (row[a] / divisor) + pseudocount * background.smoothed(a)) / (sites + pseudocount);
                if (!(probability > 0)) {
                    throw new UserException("row " + (i + 1) + " of the matrix has a probability of 0, "
                                    + "which has no logarithm without a pseudocount")
                            .atRecord("motif " + motif.id())
                            .remedy("give --motif-pseudo a number above 0");
                }
                logOdds[i][a] = StrictMath.log(probability / background.scanning(a)) * LOG2;
            }
        }
        return logOdds;
    }

    private static double minimum(double[][] matrix) {
        double low = Double.POSITIVE_INFINITY;
        for (double[] row : matrix) {
            for (double x : row) {
                low = Math.min(low, x);
            }
        }
        return low;
    }

    private static double maximum(double[][] matrix) {
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : matrix) {
            for (double x : row) {
                high = Math.max(high, x);
            }
        }
        return high;
    }

    /** The matrix of the minus strand: positions reversed, A and T exchanged, C and G exchanged. */
    public IntegerMatrix reverseComplement() {
        return new IntegerMatrix(Nucleotide.reverseComplement(cells), scale, offset);
    }

    /** Number of positions. */
    public int width() {
        return cells.length;
    }

    /** The cell of a position and a letter code 0..3. */
    public int cell(int position, int letter) {
        return cells[position][letter];
    }

    /** Maximum cell of a position. */
    public int best(int position) {
        int[] row = cells[position];
        return Math.max(Math.max(row[0], row[1]), Math.max(row[2], row[3]));
    }

    /** Maximum sum of a window. */
    public int bestSum() {
        int sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += best(i);
        }
        return sum;
    }

    /** Units of the sum per unit of the score. */
    public double scale() {
        return scale;
    }

    /** The score of a window whose cells sum to {@code sum}. */
    public double score(int sum) {
        return sum / scale + offset;
    }

    /** The minimum sum, from 0 to {@link #bestSum()} + 1, whose {@link #score} is at least {@code minimumScore}. */
    int minimumSum(double minimumScore) {
        int low = 0;
        int high = bestSum() + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (score(middle) >= minimumScore) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
