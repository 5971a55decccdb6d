package org.expomotif.scan.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tests windows with the matrices of a {@link LaneBlock} in the lanes of vectors of 256 bits: one load and one
 * saturating addition per group of positions and 32 matrices, without a shuffle.
 *
 * <p>There is one loop per number of vectors, because the vectors of a loop must be local variables to stay in
 * registers. Each loop keeps four sums at a time, of four windows or of four vectors.
 */
final class LaneFilter256 {
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_256;
    private static final int LANES = LaneBlock.VECTOR;

    /** Number of windows of a step; ranges of windows are multiples of it. */
    static final int STEP = 4;

    private LaneFilter256() {}

    /**
     * Finds windows that may be hits of any lane.
     *
     * @param codes result of {@link SliceCodes#triples()}; {@code STEP + 3 groups} longer than {@code to}
     * @param from first window, counted by the base at the first position that is tested
     * @param to end of the windows; the last step is tested whole, even if it goes beyond the end
     * @param places receives {@code 4 window + vector} for every window and vector with a candidate, ascending; holds
     *     {@code 4 (to - from + STEP)} numbers
     * @param lanes receives one bit per lane of that vector, 1 for a candidate
     * @return the number of places
     */
    static int find(byte[] codes, LaneBlock block, int from, int to, int[] places, int[] lanes) {
        return switch (block.vectors()) {
            case 1 -> find1(codes, block.rows(), block.groups(), from, to, places, lanes);
            case 2 -> find2(codes, block.rows(), block.groups(), from, to, places, lanes);
            default -> find4(codes, block.rows(), block.groups(), from, to, places, lanes);
        };
    }

    private static int find1(byte[] codes, byte[] rows, int groups, int from, int to, int[] places, int[] lanes) {
        int table = LaneBlock.CODES * LANES;
        int count = 0;
        for (int window = from; window < to; window += 4) {
            ByteVector sum0 = ByteVector.zero(SPECIES);
            ByteVector sum1 = sum0;
            ByteVector sum2 = sum0;
            ByteVector sum3 = sum0;
            int at = window;
            for (int group = 0, row = 0; group < groups; group++, row += table, at += 3) {
                sum0 = add(sum0, rows, row + codes[at] * LANES);
                sum1 = add(sum1, rows, row + codes[at + 1] * LANES);
                sum2 = add(sum2, rows, row + codes[at + 2] * LANES);
                sum3 = add(sum3, rows, row + codes[at + 3] * LANES);
            }
            if (anyPasses(sum0, sum1, sum2, sum3)) {
                count = put(sum0, 4 * window, places, lanes, count);
                count = put(sum1, 4 * window + 4, places, lanes, count);
                count = put(sum2, 4 * window + 8, places, lanes, count);
                count = put(sum3, 4 * window + 12, places, lanes, count);
            }
        }
        return count;
    }

    private static int find2(byte[] codes, byte[] rows, int groups, int from, int to, int[] places, int[] lanes) {
        int table = LaneBlock.CODES * 2 * LANES;
        int count = 0;
        for (int window = from; window < to; window += 2) {
            ByteVector sum0 = ByteVector.zero(SPECIES);
            ByteVector sum1 = sum0;
            ByteVector next0 = sum0;
            ByteVector next1 = sum0;
            int at = window;
            for (int group = 0, row = 0; group < groups; group++, row += table, at += 3) {
                int place = row + codes[at] * (2 * LANES);
                sum0 = add(sum0, rows, place);
                sum1 = add(sum1, rows, place + LANES);
                place = row + codes[at + 1] * (2 * LANES);
                next0 = add(next0, rows, place);
                next1 = add(next1, rows, place + LANES);
            }
            if (anyPasses(sum0, sum1, next0, next1)) {
                count = put(sum0, 4 * window, places, lanes, count);
                count = put(sum1, 4 * window + 1, places, lanes, count);
                count = put(next0, 4 * window + 4, places, lanes, count);
                count = put(next1, 4 * window + 5, places, lanes, count);
            }
        }
        return count;
    }

    private static int find4(byte[] codes, byte[] rows, int groups, int from, int to, int[] places, int[] lanes) {
        int table = LaneBlock.CODES * 4 * LANES;
        int count = 0;
        for (int window = from; window < to; window++) {
            ByteVector sum0 = ByteVector.zero(SPECIES);
            ByteVector sum1 = sum0;
            ByteVector sum2 = sum0;
            ByteVector sum3 = sum0;
            int at = window;
            for (int group = 0, row = 0; group < groups; group++, row += table, at += 3) {
                int place = row + codes[at] * (4 * LANES);
                sum0 = add(sum0, rows, place);
                sum1 = add(sum1, rows, place + LANES);
                sum2 = add(sum2, rows, place + 2 * LANES);
                sum3 = add(sum3, rows, place + 3 * LANES);
            }
            if (anyPasses(sum0, sum1, sum2, sum3)) {
                count = put(sum0, 4 * window, places, lanes, count);
                count = put(sum1, 4 * window + 1, places, lanes, count);
                count = put(sum2, 4 * window + 2, places, lanes, count);
                count = put(sum3, 4 * window + 3, places, lanes, count);
            }
        }
        return count;
    }

    private static ByteVector add(ByteVector sum, byte[] rows, int place) {
        return sum.lanewise(VectorOperators.SUADD, ByteVector.fromArray(SPECIES, rows, place));
    }

    /** Whether any byte is not 255. */
    private static boolean anyPasses(ByteVector a, ByteVector b, ByteVector c, ByteVector d) {
        return a.and(b)
                .and(c.and(d))
                .compare(VectorOperators.NE, (byte) LaneBlock.EXCLUDED)
                .anyTrue();
    }

    private static int put(ByteVector sum, int place, int[] places, int[] lanes, int count) {
        int passing =
                (int) sum.compare(VectorOperators.NE, (byte) LaneBlock.EXCLUDED).toLong();
        if (passing == 0) {
            return count;
        }
        places[count] = place;
        lanes[count] = passing;
        return count + 1;
    }
}
