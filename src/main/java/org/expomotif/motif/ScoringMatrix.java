package org.expomotif.motif;

/**
 * A position weight matrix: what each letter adds to a window's score.
 *
 * @param scores one row a position, columns A C G T; not copied
 */
public record ScoringMatrix(double[][] scores) {
    /**
     * Log-odds in bits, {@code log2(p' / b)} with {@code p' = (p + s b) / (1 + s)}.
     *
     * @param motif the motif; each row is divided by its sum first
     * @param background b, divided by its sum
     * @param pseudocount s, the weight of the background beside a weight of 1 of the motif; with 0, a letter that never
     *     occurs scores minus infinity
     */
    public static ScoringMatrix logOdds(Motif motif, Background background, double pseudocount) {
        double[] b = background.toArray();
        double backgroundTotal = b[0] + b[1] + b[2] + b[3];
        double[][] scores = new double[motif.width()][4];
        for (int i = 0; i < scores.length; i++) {
            double[] row = motif.matrix()[i];
            double total = row[0] + row[1] + row[2] + row[3];
            for (int letter = 0; letter < 4; letter++) {
                double expected = b[letter] / backgroundTotal;
                double p = (row[letter] / total + pseudocount * expected) / (1 + pseudocount);
                scores[i][letter] = Math.log(p / expected) / Math.log(2);
            }
        }
        return new ScoringMatrix(scores);
    }

    /** Number of positions. */
    public int width() {
        return scores.length;
    }

    /** The matrix that scores the other strand. */
    public ScoringMatrix reverseComplement() {
        double[][] reversed = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            double[] row = scores[scores.length - 1 - i];
            reversed[i] = new double[] {row[3], row[2], row[1], row[0]};
        }
        return new ScoringMatrix(reversed);
    }

    /**
     * The score of the window that starts at {@code start}; minus infinity when it holds an unknown base.
     *
     * @param codes codes of {@link org.expomotif.dna.Nucleotide}
     */
    public double score(byte[] codes, int start) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            byte code = codes[start + i];
            if (code > 3) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += scores[i][code];
        }
        return sum;
    }
}
