package org.expomotif.compare;

import java.util.Arrays;

/**
 * The best ungapped alignment of a query with each oriented target.
 *
 * <p>Offset d is target column minus query column. The score is the sum of the integer scores over the overlap plus the
 * median for each query column outside. The greatest score wins; of equals the larger overlap, then the smaller d.
 */
final class BestAlignments {
    private final int[] scores;
    private final int[] offsets;
    private final int[] overlaps;

    BestAlignments(QueryScores query, TargetSet targets, int minOverlap, boolean internal) {
        int n = targets.orientedCount();
        scores = new int[n];
        offsets = new int[n];
        overlaps = new int[n];
        int q = query.width();
        int[] widths = targets.widths();
        int[] diagonals = new int[q + widths[widths.length - 1]];
        for (int t = 0; t < n; t++) {
            int width = targets.width(t);
            align(query, targets.start(t), width, diagonals);
            choose(t, q, width, diagonals, Math.min(minOverlap, Math.min(q, width)), internal);
        }
    }

    /** Sums the scores over each diagonal; index d + Q - 1. */
    private static void align(QueryScores query, int start, int width, int[] diagonals) {
        int q = query.width();
        int median = query.median();
        Arrays.fill(diagonals, 0, q + width - 1, median * q);
        for (int i = 0; i < q; i++) {
            byte[] column = query.column(i);
            int shift = q - 1 - i;
            for (int j = 0; j < width; j++) {
                diagonals[shift + j] += column[start + j] - median;
            }
        }
    }

    private void choose(int t, int q, int width, int[] diagonals, int minOverlap, boolean internal) {
        int least = internal ? Math.min(q, width) : minOverlap;
        int bestScore = -1;
        int bestOverlap = 0;
        int bestOffset = 0;
        for (int d = 1 - q; d < width; d++) {
            int overlap = Math.min(q, width - d) - Math.max(0, -d);
            int score = diagonals[d + q - 1];
            if (overlap >= least && (score > bestScore || score == bestScore && overlap > bestOverlap)) {
                bestScore = score;
                bestOverlap = overlap;
                bestOffset = d;
            }
        }
        scores[t] = bestScore;
        overlaps[t] = bestOverlap;
        offsets[t] = bestOffset;
    }

    int score(int t) {
        return scores[t];
    }

    int offset(int t) {
        return offsets[t];
    }

    int overlap(int t) {
        return overlaps[t];
    }
}
