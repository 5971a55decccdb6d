package org.expomotif.scan.kernel;

import java.util.Arrays;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * The tables of a matrix for a {@link Prefilter}: for every group of positions, the byte of each code.
 *
 * @param groups number of groups
 * @param plus tables of the plus strand, one after another
 * @param minus tables of the minus strand; when that strand is not scanned, they exclude every window
 */
record PrefilterTables(int groups, byte[] plus, byte[] minus) {
    /** Makes the tables of groups of {@code bases} positions. */
    static PrefilterTables of(ScanMatrix matrix, int bases) {
        int groups = (matrix.width() + bases - 1) / bases;
        byte[] minus = new byte[groups << 2 * bases];
        Arrays.fill(minus, Prefilter.EXCLUDED);
        return new PrefilterTables(
                groups,
                ofStrand(matrix.plus(), groups, bases),
                matrix.minus().map(strand -> ofStrand(strand, groups, bases)).orElse(minus));
    }

    private static byte[] ofStrand(StrandMatrix strand, int groups, int bases) {
        IntegerMatrix matrix = strand.matrix();
        int size = 1 << 2 * bases;
        long allowed = (long) matrix.bestSum() - strand.minimumSum();
        byte[] tables = new byte[groups * size];
        for (int group = 0; group < groups; group++) {
            for (int code = 0; code < size; code++) {
                long loss = 0;
                for (int b = 0; b < bases; b++) {
                    int position = group * bases + b;
                    if (position < matrix.width()) {
                        loss += matrix.best(position) - matrix.cell(position, code >> 2 * (bases - 1 - b) & 3);
                    }
                }
                tables[group * size + code] = scaled(loss, allowed);
            }
        }
        return tables;
    }

    private static byte scaled(long loss, long allowed) {
        if (loss > allowed) {
            return Prefilter.EXCLUDED;
        }
        return allowed == 0 ? 0 : (byte) (Prefilter.LIMIT * loss / allowed);
    }
}
