package org.expomotif.motif;

import org.expomotif.dna.Nucleotide;

/**
 * A position weight matrix: the contribution of each letter at each position to the score of a window.
 *
 * @param scores one row per position, columns A C G T; not copied
 */
public record ScoringMatrix(double[][] scores) {
    /**
     * The log-odds scores of a motif, in bits: {@code log2(p' / b)} with {@code p' = (p + s b) / (1 + s)}.
     *
     * @param motif the motif; each row is divided by its sum first
     * @param background the background b; it is divided by its sum
     * @param pseudocount s, the weight of the background relative to a weight of 1 for the motif; with 0, a letter that
     *     never occurs scores minus infinity
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

    /** The reverse complement of this matrix, which scores the other strand. */
    public ScoringMatrix reverseComplement() {
        return new ScoringMatrix(Nucleotide.reverseComplement(scores));
    }

    /**
     * The score of the window that starts at {@code start}; minus infinity when the window contains an unknown base.
     *
     * @param codes codes of {@link Nucleotide}
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
