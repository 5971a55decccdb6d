package org.expomotif.motif;

import java.util.List;
import java.util.OptionalDouble;

/** Converts counts or probabilities of letters to a motif, without pseudocounts. */
public final class CountMatrix {
    private static final double PROBABILITY_TOLERANCE = 0.1;

    private CountMatrix() {}

    /**
     * Makes a motif from counts or probabilities.
     *
     * @param counts one row per position, columns A C G T, each with a sum above 0
     * @return a motif whose rows are divided by their sums. Its number of sites is the maximum sum, rounded, or 0 when
     *     the rows are probabilities already (sums near 1 and not all whole numbers)
     */
    public static Motif toMotif(String id, String name, List<double[]> counts, Alphabet alphabet) {
        return motif(id, name, counts, alphabet, !areWhole(counts), OptionalDouble.empty());
    }

    /** Makes a motif from probabilities, whose rows may consist of zeros and ones. */
    public static Motif ofProbabilities(
            String id, String name, List<double[]> rows, Alphabet alphabet, OptionalDouble threshold) {
        return motif(id, name, rows, alphabet, true, threshold);
    }

    private static Motif motif(
            String id,
            String name,
            List<double[]> counts,
            Alphabet alphabet,
            boolean mayBeProbabilities,
            OptionalDouble threshold) {
        double[][] matrix = new double[counts.size()][4];
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            double[] row = counts.get(i);
            double sum = row[0] + row[1] + row[2] + row[3];
            largest = Math.max(largest, sum);
            for (int letter = 0; letter < 4; letter++) {
                matrix[i][letter] = row[letter] / sum;
            }
        }
        boolean probabilities = mayBeProbabilities && largest <= 1 + PROBABILITY_TOLERANCE;
        return new Motif(id, name, matrix, probabilities ? 0 : Math.rint(largest), "", alphabet, threshold);
    }

    private static boolean areWhole(List<double[]> counts) {
        for (double[] row : counts) {
            for (double count : row) {
                if (count != Math.rint(count)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the sum of a row is positive and finite, so that the row can be divided by it. */
    public static boolean hasSum(double[] row) {
        double sum = 0;
        for (double count : row) {
            sum += count;
        }
        return sum > 0 && Double.isFinite(sum);
    }
}
