package org.expomotif.filter;

import java.util.Arrays;
import org.expomotif.motif.InformationContent;

/** Cuts the uninformative ends off a motif before it is matched, as the reference study did. */
final class Clip {
    /** A column with more bits than this is informative. */
    static final double BITS = 0.5;

    /** Columns kept on either side of the informative ones. */
    static final int PADDING = 3;

    private Clip() {}

    /**
     * The columns from {@value #PADDING} before the first to {@value #PADDING} after the last that has more than
     * {@value #BITS} bits. A matrix without such a column stays whole.
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
