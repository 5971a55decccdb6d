package org.expomotif.compare.score;

import java.util.Arrays;

/**
 * Finds the best alignments by complete scores. The score of an alignment is the sum of the integer scores over the
 * overlap plus the median of each query column outside it. The highest score wins; ties go to the larger overlap, then
 * to the smaller offset. The p-value of a score depends on the width of the target ({@link AlignmentPValues}).
 */
public final class CompleteScores {
    private final TargetSet targets;
    private final TomtomOptions options;
    private final Diagonals diagonals = new Diagonals();
    private final DensityConvolution convolution = new DensityConvolution();
    private int[] best = new int[0];

    public CompleteScores(TargetSet targets, TomtomOptions options) {
        this.targets = targets;
        this.options = options;
    }

    public Alignments align(QueryScores query) {
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

    /**
     * Finds the best alignment of each member of a group. The upper bits of a key hold the sum, and its lower bits the
     * index of the offset, counted down. The maximum key is therefore that of the first offset with the highest sum.
     */
    private void align(QueryScores query, TargetSet.Group group, int[] scores, Alignments alignments) {
        diagonals.sum(query, group);
        int[] offsets = Diagonals.offsets(query.width(), group.width(), options);
        int size = group.size();
        if (best.length < size) {
            best = new int[size];
        }
        Arrays.fill(best, 0, size, Integer.MIN_VALUE);
        for (int k = 0; k < offsets.length; k++) {
            keepMaximum(diagonals.sums(), diagonals.row(offsets[k]), Diagonals.MAX_OFFSETS - 1 - k, best, size);
        }
        for (int k = 0; k < size; k++) {
            int t = group.members()[k];
            scores[t] = Math.floorDiv(best[k], Diagonals.MAX_OFFSETS) + query.median() * query.width();
            alignments.offsets()[t] = offsets[Diagonals.MAX_OFFSETS - 1 - (best[k] & Diagonals.MAX_OFFSETS - 1)];
            alignments.overlaps()[t] = diagonals.overlap(alignments.offsets()[t]);
        }
    }

    private static void keepMaximum(long[] sums, int from, int low, int[] best, int size) {
        for (int k = 0; k < size; k++) {
            best[k] = Math.max(best[k], (int) sums[from + k] * Diagonals.MAX_OFFSETS + low);
        }
    }
}
