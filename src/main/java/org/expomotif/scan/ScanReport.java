package org.expomotif.scan;

import java.util.Optional;

/**
 * Which sites are written, and in what order.
 *
 * @param qValues whether q-values are reported: every window is then summed to the end, and no line is written before
 *     the last sequence has been scanned
 * @param greatestQValue sites with a greater q-value are left out; 1 keeps all
 * @param byPosition whether sites come sequence by sequence, by position, then by matrix, in place of matrix by matrix
 * @param bestOnly whether only the best site of a matrix in a sequence is written
 * @param share the share of the work that is done, into a file that {@link PartMerge} reads; all when empty
 */
public record ScanReport(
        boolean qValues, double greatestQValue, boolean byPosition, boolean bestOnly, Optional<ScanShare> share) {
    /** Every site, matrix by matrix, without q-values. */
    public static final ScanReport ALL = new ScanReport(false, 1, false, false);

    /** Every site, matrix by matrix, with q-values. */
    public static final ScanReport WITH_Q_VALUES = new ScanReport(true, 1, false, false);

    /** The best site of a whole sequence is not known from a share of it. */
    public ScanReport {
        if (bestOnly && share.isPresent()) {
            throw new IllegalArgumentException("the best sites of a share");
        }
    }

    /** All the work. */
    public ScanReport(boolean qValues, double greatestQValue, boolean byPosition, boolean bestOnly) {
        this(qValues, greatestQValue, byPosition, bestOnly, Optional.empty());
    }

    /** The same of one share of the work. */
    public ScanReport of(ScanShare part) {
        return new ScanReport(qValues, greatestQValue, byPosition, bestOnly, Optional.of(part));
    }
}
