package org.expomotif.scan;

/**
 * Which sites are written, and in what order.
 *
 * @param qValues whether q-values are reported: every window is then summed to the end, and no line is written before
 *     the last sequence has been scanned
 * @param greatestQValue sites with a greater q-value are left out; 1 keeps all
 * @param byPosition whether sites come sequence by sequence, by position, then by matrix, in place of matrix by matrix
 * @param bestOnly whether only the best site of a matrix in a sequence is written
 */
public record ScanReport(boolean qValues, double greatestQValue, boolean byPosition, boolean bestOnly) {
    /** Every site, matrix by matrix, without q-values. */
    public static final ScanReport ALL = new ScanReport(false, 1, false, false);

    /** Every site, matrix by matrix, with q-values. */
    public static final ScanReport WITH_Q_VALUES = new ScanReport(true, 1, false, false);
}
