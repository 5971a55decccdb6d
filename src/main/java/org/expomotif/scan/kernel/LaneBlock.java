package org.expomotif.scan.kernel;

import java.util.Arrays;
import java.util.List;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * The tables of up to 128 matrices of single strands, one per lane. A row of bytes holds the loss of every lane for one
 * code of three bases, so that a window is tested by all matrices at once: one row per group of three positions, added
 * with saturation.
 *
 * <p>The test never excludes a hit. The <em>loss</em> {@code l} of a window at a position is the cell of the best base
 * minus the cell of its own base, 0 or more; a window is a hit when its losses sum to at most {@code T = bestSum -
 * minimumSum}. The byte of a group is {@code floor(254 l / T)} of the losses of its three positions, or 255 when they
 * exceed {@code T} or {@code T} is negative; 0 for no loss when {@code T} is 0. Let a hit have the losses {@code l_1,
 * l_2, ...} in the tested groups. They sum to at most {@code T}, because the losses of the positions that are not
 * tested are not negative. Hence {@code sum floor(254 l_i / T) <= 254 sum l_i / T <= 254}: no addition saturates, and
 * the sum of a hit is never 255.
 *
 * @param vectors number of vectors of 32 lanes: 1, 2 or 4
 * @param groups number of groups of three positions
 * @param rows rows of {@code 32 vectors} bytes, for every group the rows of the 64 codes; lanes without a matrix
 *     exclude every window
 * @param lanes the matrices, at most {@code 32 vectors}
 */
record LaneBlock(int vectors, int groups, byte[] rows, List<Lane> lanes) {
    /** Maximum sum of the bytes of a candidate. */
    static final int LIMIT = 254;

    /** The byte of a loss that excludes a window, as an unsigned number. */
    static final int EXCLUDED = 255;

    /** Number of lanes of a vector. */
    static final int VECTOR = 32;

    /** Maximum number of lanes of a block. */
    static final int MAXIMUM = 4 * VECTOR;

    /** Number of codes of a group. */
    static final int CODES = 1 << 2 * LaneColumns.BASES;

    /**
     * The matrix of a lane.
     *
     * @param index {@code 2 m} for the plus strand of matrix {@code m}, {@code 2 m + 1} for its minus strand
     * @param strand the matrix
     * @param first first position that is tested
     * @param sums exact sums of windows
     */
    record Lane(int index, StrandMatrix strand, int first, WindowSums sums) {}

    /** Makes the tables of at most {@link #MAXIMUM} lanes, each with its own first position. */
    static LaneBlock of(List<Lane> lanes, int groups) {
        int vectors = lanes.size() <= VECTOR ? 1 : lanes.size() <= 2 * VECTOR ? 2 : 4;
        int row = VECTOR * vectors;
        byte[] rows = new byte[groups * CODES * row];
        Arrays.fill(rows, (byte) EXCLUDED);
        for (int lane = 0; lane < lanes.size(); lane++) {
            IntegerMatrix matrix = lanes.get(lane).strand().matrix();
            long allowed = (long) matrix.bestSum() - lanes.get(lane).strand().minimumSum();
            int position = lanes.get(lane).first();
            for (int group = 0; group < groups; group++, position += LaneColumns.BASES) {
                for (int code = 0; code < CODES; code++) {
                    int loss = loss(matrix, position, code >> 4)
                            + loss(matrix, position + 1, code >> 2 & 3)
                            + loss(matrix, position + 2, code & 3);
                    rows[(group * CODES + code) * row + lane] = (byte) scaled(loss, allowed);
                }
            }
        }
        return new LaneBlock(vectors, groups, rows, lanes);
    }

    private static int loss(IntegerMatrix matrix, int position, int letter) {
        return position < matrix.width() ? matrix.best(position) - matrix.cell(position, letter) : 0;
    }

    /** The byte of a loss, as an unsigned number. */
    static int scaled(long loss, long allowed) {
        if (loss > allowed) {
            return EXCLUDED;
        }
        return allowed == 0 ? 0 : (int) (LIMIT * loss / allowed);
    }
}
