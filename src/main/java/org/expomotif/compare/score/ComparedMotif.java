package org.expomotif.compare.score;

import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/**
 * A motif prepared for comparison: rows sum to 1 and include the pseudocount.
 *
 * @param id identifier of the motif
 * @param columns frequencies, one row per position, columns A C G T
 * @param sites number of sites as in the file, 0 when unknown
 * @param consensus most frequent letter of each position
 */
public record ComparedMotif(String id, double[][] columns, double sites, String consensus) {
    private static final double SUM_TOLERANCE = 1e-5;
    private static final double MAX_SUM_ERROR = 0.1;
    private static final int SITES_UNKNOWN = 20;

    /**
     * Adds the pseudocount: {@code f'_a = (n f_a + c b_a) / (n + c)}, where n is the integer part of the number of
     * sites, or 20 when it is unknown.
     *
     * @param pseudocount c, the total added to a column
     * @param background b, frequencies that sum to 1
     * @throws UserException when the sum of a row differs from 1 by more than 0.1
     */
    public static ComparedMotif of(Motif motif, double pseudocount, double[] background) {
        double whole = Math.floor(motif.sites());
        double sites = whole > 0 ? whole : SITES_UNKNOWN;
        double[][] columns = new double[motif.width()][4];
        for (int i = 0; i < columns.length; i++) {
            double[] row = motif.matrix()[i];
            double sum = row[0] + row[1] + row[2] + row[3];
            if (!(Math.abs(sum - 1) <= MAX_SUM_ERROR)) {
                throw new UserException("row " + (i + 1) + " of the matrix is not a distribution of letters")
                        .atRecord("motif " + motif.id())
                        .expected("four probabilities that sum to 1")
                        .found("the sum " + sum)
                        .remedy("correct the row, or divide counts by their sum");
            }
            double divisor = Math.abs(sum - 1) > SUM_TOLERANCE ? sum : 1;
            for (int a = 0; a < 4; a++) {
                columns[i][a] = (sites * (row[a] / divisor) + pseudocount * background[a]) / (sites + pseudocount);
            }
        }
        return new ComparedMotif(motif.id(), columns, Math.max(0, motif.sites()), consensus(columns, motif.alphabet()));
    }

    /** Whether any letter has the frequency 0 at any position. */
    public boolean hasZero() {
        for (double[] column : columns) {
            for (double frequency : column) {
                if (frequency <= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    public int width() {
        return columns.length;
    }

    /** The motif on the other strand of DNA. */
    ComparedMotif reverseComplement() {
        double[][] reversed = Nucleotide.reverseComplement(columns);
        return new ComparedMotif(id, reversed, sites, consensus(reversed, Alphabet.DNA));
    }

    /**
     * The most frequent letter of each column. Tomtom keeps the running maximum in single precision, so a tie goes to a
     * later letter where the maximum was rounded down.
     */
    private static String consensus(double[][] columns, Alphabet alphabet) {
        StringBuilder letters = new StringBuilder(columns.length);
        for (double[] column : columns) {
            int best = 0;
            float maximum = (float) column[0];
            for (int a = 1; a < 4; a++) {
                if (column[a] > maximum) {
                    best = a;
                    maximum = (float) column[a];
                }
            }
            letters.append(alphabet.letter(best));
        }
        return letters.toString();
    }
}
