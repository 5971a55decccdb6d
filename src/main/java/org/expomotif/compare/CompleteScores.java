package org.expomotif.compare;

import java.util.Arrays;

/**
 * The best alignments by complete scores: the score is the sum of the integer scores over the overlap plus the median
 * for each query column outside. The greatest score wins; of equals the larger overlap, then the smaller offset. The
 * p-value is that of the score with a target of this width ({@link AlignmentPValues}).
 */
final class CompleteScores {
    private final TargetSet targets;
    private final TomtomOptions options;
    private final Diagonals diagonals = new Diagonals();
    private final Convolution convolution = new Convolution();
    private int[] best = new int[0];

    CompleteScores(TargetSet targets, TomtomOptions options) {
        this.targets = targets;
        this.options = options;
    }

    Alignments align(QueryScores query) {
        Alignments alignments = Alignments.ofSize(targets.orientedCount());
        int[] scores = new int[targets.orientedCount()];
        for (TargetSet.Group group : targets.groups()) {
            align(query, group, scores, alignments);
        }
        int lowest = scores[0];
        int highest = scores[0];
        for (int score : scores) {
            lowest = Math.min(lowest, score);
            highest = Math.max(highest, score);
        }
        AlignmentPValues nulls = new AlignmentPValues(query, targets.columnCount(), lowest, highest, convolution);
        for (TargetSet.Group group : targets.groups()) {
            double[] p = nulls.ofWidth(group.width(), targets.strands());
            lookUp(group.members(), scores, lowest, p, alignments.pValues());
        }
        return alignments;
    }

    private static void lookUp(int[] members, int[] scores, int lowest, double[] p, double[] pValues) {
        for (int t : members) {
            pValues[t] = p[scores[t] - lowest];
        }
    }

    /** The best of each member; a key holds the sum above and the place of the offset, first ones greatest, below. */
    private void align(QueryScores query, TargetSet.Group group, int[] scores, Alignments alignments) {
        diagonals.sum(query, group);
        int[] offsets = Diagonals.offsets(query.width(), group.width(), options);
        int size = group.size();
        if (best.length < size) {
            best = new int[size];
        }
        Arrays.fill(best, 0, size, Integer.MIN_VALUE);
        for (int k = 0; k < offsets.length; k++) {
            keepGreater(diagonals.sums(), diagonals.row(offsets[k]), Diagonals.MOST - 1 - k, best, size);
        }
        for (int k = 0; k < size; k++) {
            int t = group.members()[k];
            scores[t] = Math.floorDiv(best[k], Diagonals.MOST) + query.median() * query.width();
            alignments.offsets()[t] = offsets[Diagonals.MOST - 1 - (best[k] & Diagonals.MOST - 1)];
            alignments.overlaps()[t] = diagonals.overlap(alignments.offsets()[t]);
        }
    }

    private static void keepGreater(long[] sums, int from, int low, int[] best, int size) {
        for (int k = 0; k < size; k++) {
            best[k] = Math.max(best[k], (int) sums[from + k] * Diagonals.MOST + low);
        }
    }
}
