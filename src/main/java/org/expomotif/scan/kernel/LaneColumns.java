package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * The neighbouring positions of a matrix that its lane tests; the choice affects the speed of a scan, never its hits.
 *
 * @param first first position
 * @param groups number of groups of three positions; positions after the last one of the matrix lose nothing
 */
record LaneColumns(int first, int groups) {
    /** Number of positions per group. */
    static final int BASES = 3;

    /** Maximum number of groups of a lane. */
    static final int MAXIMUM_GROUPS = 8;

    /**
     * Number of windows in which one candidate takes as long as one more group does for all of them: a group takes
     * 0.013 ns, a candidate with its exact sum about 40 ns.
     */
    private static final double WINDOWS_PER_CANDIDATE = 3000;

    /** The positions with the least expected time per window of random bases. */
    static LaneColumns suited(StrandMatrix strand) {
        LaneColumns best = ofLargestLoss(strand.matrix(), 1);
        double least = Double.POSITIVE_INFINITY;
        int all = (strand.matrix().width() + BASES - 1) / BASES;
        for (int groups = 1; groups <= Math.min(all, MAXIMUM_GROUPS) && groups < least; groups++) {
            LaneColumns columns = ofLargestLoss(strand.matrix(), groups);
            double time = groups + WINDOWS_PER_CANDIDATE * columns.candidates(strand);
            if (time < least) {
                least = time;
                best = columns;
            }
        }
        return best;
    }

    /** The neighbouring positions with the largest mean loss. */
    static LaneColumns ofLargestLoss(IntegerMatrix matrix, int groups) {
        int first = 0;
        int largest = -1;
        for (int from = 0; from == 0 || from + groups * BASES <= matrix.width(); from++) {
            int loss = 0;
            for (int i = from; i < Math.min(from + groups * BASES, matrix.width()); i++) {
                for (int a = 0; a < 4; a++) {
                    loss += matrix.best(i) - matrix.cell(i, a);
                }
            }
            if (loss > largest) {
                largest = loss;
                first = from;
            }
        }
        return new LaneColumns(first, groups);
    }

    /** The fraction of candidates among windows of uniformly random bases, with losses rounded down per position. */
    private double candidates(StrandMatrix strand) {
        IntegerMatrix matrix = strand.matrix();
        long allowed = (long) matrix.bestSum() - strand.minimumSum();
        double[] density = new double[LaneBlock.LIMIT + 1];
        density[0] = 1;
        for (int i = first; i < Math.min(first + groups * BASES, matrix.width()); i++) {
            double[] next = new double[density.length];
            for (int a = 0; a < 4; a++) {
                int loss = LaneBlock.scaled(matrix.best(i) - matrix.cell(i, a), allowed);
                for (int sum = loss; sum < next.length; sum++) {
                    next[sum] += density[sum - loss] / 4;
                }
            }
            density = next;
        }
        double passing = 0;
        for (double probability : density) {
            passing += probability;
        }
        return passing;
    }
}
