package org.expomotif.compare.verdict;

import org.expomotif.compare.MotifMatch;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;

/**
 * The shares of the information of two aligned motifs that lie in their overlap.
 *
 * @param query share of the query's information, 0 to 1; 0 for a query without information
 * @param target share of the target's information, 0 to 1; 0 for a target without information
 */
record Coverage(double query, double target) {
    /** The coverage of a match. */
    static Coverage of(Motif query, Motif target, MotifMatch match) {
        Motif oriented = match.orientation() == '-' ? target.reverseComplement() : target;
        int offset = match.offset();
        return new Coverage(
                share(query.matrix(), -offset, match.overlap()), share(oriented.matrix(), offset, match.overlap()));
    }

    /** The share of the columns from {@code start}, or from the first one if that is negative. */
    private static double share(double[][] matrix, int start, int columns) {
        int from = Math.max(0, start);
        double inside = 0;
        double total = 0;
        for (int i = 0; i < matrix.length; i++) {
            double bits = InformationContent.bits(matrix[i]);
            total += bits;
            inside += i >= from && i < from + columns ? bits : 0;
        }
        return total > 0 ? inside / total : 0;
    }

    /** The smaller of the two shares. */
    double smaller() {
        return Math.min(query, target);
    }
}
