package org.expomotif.motif;

import java.util.List;

/** Counts of letters, turned into probabilities without pseudocounts. */
final class CountMatrix {
    private static final double PROBABILITY_TOLERANCE = 0.1;

    private CountMatrix() {}

    /**
     * A motif of counts.
     *
     * @param counts one row a position, columns A C G T
     * @return probabilities: each row divided by its sum; sites is the largest sum, rounded, or 0 when the rows are
     *     probabilities already (sums near 1, not all whole numbers)
     */
    static Motif toMotif(String id, String name, List<double[]> counts) {
        double[][] matrix = new double[counts.size()][4];
        double largest = 0;
        boolean whole = true;
        for (int i = 0; i < matrix.length; i++) {
            double[] row = counts.get(i);
            double sum = row[0] + row[1] + row[2] + row[3];
            largest = Math.max(largest, sum);
            for (int letter = 0; letter < 4; letter++) {
                matrix[i][letter] = row[letter] / sum;
                whole &= row[letter] == Math.rint(row[letter]);
            }
        }
        boolean probabilities = !whole && largest <= 1 + PROBABILITY_TOLERANCE;
        return new Motif(id, name, matrix, probabilities ? 0 : Math.rint(largest), "");
    }
}
