package org.expomotif.filter;

import java.util.Arrays;
import org.expomotif.motif.InformationContent;

/** Removes the uninformative ends of a motif before it is matched, as the reference study does. */
final class InformativeColumns {
    /** A column with more than this information content, in bits, is informative. */
    static final double BITS = 0.5;

    /** Columns kept on either side of the informative columns. */
    static final int PADDING = 3;

    private InformativeColumns() {}

    /**
     * The columns from {@value #PADDING} before the first informative column to {@value #PADDING} after the last. A
     * matrix without an informative column is returned unchanged.
     */
    static double[][] informative(double[][] matrix) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < matrix.length; i++) {
            if (InformationContent.bits(matrix[i]) > BITS) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            return matrix;
        }
        return Arrays.copyOfRange(matrix, Math.max(0, first - PADDING), Math.min(matrix.length, last + PADDING + 1));
    }
}
