package org.expomotif.motif;

/**
 * Information content of matrix columns, in bits: the relative entropy {@code sum p log2(p / b)} of the letter
 * probabilities against a background, with {@code 0 log 0 = 0} (Schneider and others, Journal of Molecular Biology 188,
 * 415-431, 1986, without the small-sample correction). Each column is divided by its sum first.
 */
public final class InformationContent {
    /** Information of a column that makes a matrix a motif, in bits. */
    private static final double INFORMATIVE = 0.05;

    private InformationContent() {}

    /** Information content of one column against a uniform background, 0 to 2 bits. */
    public static double bits(double[] column) {
        return bits(column, Background.UNIFORM);
    }

    /**
     * Information content of one column, in bits, against a background whose frequencies are divided by their sum. It
     * is infinite when a letter of the column has frequency 0 in the background.
     */
    public static double bits(double[] column, Background background) {
        double[] b = background.toArray();
        double total = column[0] + column[1] + column[2] + column[3];
        double backgroundTotal = b[0] + b[1] + b[2] + b[3];
        double bits = 0;
        for (int letter = 0; letter < 4; letter++) {
            double p = column[letter] / total;
            if (p > 0) {
                bits += p * Math.log(p / (b[letter] / backgroundTotal));
            }
        }
        return Math.max(0, bits / Math.log(2));
    }

    /** Information content of each column of a matrix, in bits. */
    public static double[] perColumn(double[][] matrix, Background background) {
        double[] bits = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            bits[i] = bits(matrix[i], background);
        }
        return bits;
    }

    /** Information content of a matrix, in bits: the sum over its columns. */
    public static double total(double[][] matrix, Background background) {
        double sum = 0;
        for (double bits : perColumn(matrix, background)) {
            sum += bits;
        }
        return sum;
    }

    /**
     * Whether any column of a matrix has at least 0.05 bits against a uniform background; otherwise it is not a motif.
     */
    public static boolean isInformative(double[][] matrix) {
        for (double[] column : matrix) {
            if (bits(column) >= INFORMATIVE) {
                return true;
            }
        }
        return false;
    }
}
