package org.expomotif.enrich;

import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/** The probabilities of a motif with SEA's pseudocounts, and the consensus made from them. */
final class MotifProbabilities {
    private static final double ROW_SUM_TOLERANCE = 1e-5;
    private static final int SITES_WHEN_ABSENT = 20;
    private static final double PSEUDOCOUNT = 0.1;

    /** Letters of the sets of bases: bit 0 is A, 1 C, 2 G, 3 T. */
    private static final String LETTERS = "-ACMGRSVTWYHKDBN";

    private MotifProbabilities() {}

    /**
     * {@code (n p + c b) / (n + c)} with n sites (20 when the file does not give them) and c = 0.1.
     *
     * @param background the frequencies b, in the order A C G T
     * @throws UserException when the sum of a row is not a number above 0
     */
    static double[][] of(Motif motif, double[] background) {
        int n = (int) Math.min(motif.sites(), Integer.MAX_VALUE);
        n = n <= 0 ? SITES_WHEN_ABSENT : n;
        double[][] p = new double[motif.width()][4];
        for (int i = 0; i < p.length; i++) {
            double[] row = motif.matrix()[i];
            double sum = row[0] + row[1] + row[2] + row[3];
            if (!(sum > 0) || Double.isInfinite(sum)) {
                throw new UserException("position " + (i + 1) + " of the motif has no probabilities")
                        .atRecord("motif " + motif.id())
                        .expected("numbers of at least 0, with a sum above 0");
            }
            double divisor = Math.abs(sum - 1) > ROW_SUM_TOLERANCE ? sum : 1;
            for (int a = 0; a < 4; a++) {
                p[i][a] = (row[a] / divisor * n + PSEUDOCOUNT * background[a]) / (n + PSEUDOCOUNT);
            }
        }
        return p;
    }

    /** One IUPAC letter per position, for the bases with at least half the maximum probability of the position. */
    static String consensus(double[][] probabilities) {
        StringBuilder letters = new StringBuilder(probabilities.length);
        for (double[] row : probabilities) {
            double half = Math.max(Math.max(row[0], row[1]), Math.max(row[2], row[3])) / 2;
            int bases = 0;
            for (int a = 0; a < 4; a++) {
                bases |= row[a] >= half ? 1 << a : 0;
            }
            letters.append(LETTERS.charAt(bases));
        }
        return letters.toString();
    }
}
