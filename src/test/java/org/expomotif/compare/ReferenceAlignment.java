package org.expomotif.compare;

import java.util.Arrays;
import java.util.List;

/** The definition of an alignment's score and p-value, one pair and one offset after another, for any scores. */
abstract class ReferenceAlignment {
    private final int width;
    private final TomtomOptions options;
    private final double tie;

    /**
     * Alignments of a query.
     *
     * @param tie scores that differ by no more are equal
     */
    ReferenceAlignment(int width, TomtomOptions options, double tie) {
        this.width = width;
        this.options = options;
        this.tie = tie;
    }

    /** The score of the query columns from..to-1 with the columns of a target that are {@code offset} further. */
    abstract double sum(int target, int from, int to, int offset);

    /** The score of so many query columns outside the overlap. */
    abstract double outside(int columns);

    /** The chance that the query columns from..to-1 score at least {@code bound}. */
    abstract double tail(int from, int to, double bound);

    /** The scores of the query columns with each target's, less the lower median of all where scores are complete. */
    static double[][][] columnScores(
            ComparedMotif query, List<ComparedMotif> targets, TomtomOptions options, double[] background) {
        double[][][] scores = new double[query.width()][targets.size()][];
        for (int i = 0; i < query.width(); i++) {
            for (int t = 0; t < targets.size(); t++) {
                ComparedMotif target = targets.get(t);
                Columns columns = Columns.ofSize(target.width());
                for (int j = 0; j < target.width(); j++) {
                    columns.set(j, target.columns()[j], target.sites());
                }
                scores[i][t] = new double[target.width()];
                options.distance().against(columns, background).score(query.columns()[i], query.sites(), scores[i][t]);
            }
            double[] all = Arrays.stream(scores[i])
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            double shift = options.complete() ? (at(all, all.length / 2) + at(all, (all.length + 1) / 2)) / 2 : 0;
            for (double[] row : scores[i]) {
                for (int j = 0; j < row.length; j++) {
                    row[j] -= shift;
                }
            }
        }
        return scores;
    }

    private static double at(double[] sorted, int rank) {
        return sorted[Math.max(1, rank) - 1];
    }

    /** Offset, overlap and p-value with a target. */
    double[] match(int target, int targetWidth) {
        int strands = options.bothStrands() ? 2 : 1;
        int shorter = Math.min(width, targetWidth);
        int least = options.internal() ? shorter : Math.min(options.minOverlap(), shorter);
        double[] best = {0, 0, Double.NaN};
        double bestScore = Double.NEGATIVE_INFINITY;
        int tries = 0;
        for (int d = 1 - width; d < targetWidth; d++) {
            int from = Math.max(0, -d);
            int to = Math.min(width, targetWidth - d);
            if (to - from < least) {
                continue;
            }
            tries++;
            double sum = sum(target, from, to, d);
            double score = options.complete() ? sum + outside(width - (to - from)) : -tail(from, to, sum);
            if (score > bestScore + tie || score >= bestScore - tie && to - from > best[1]) {
                bestScore = score;
                best[0] = d;
                best[1] = to - from;
            }
        }
        if (!options.complete()) {
            double all = -bestScore * tries * strands;
            best[2] = all < 0.001 ? all : -Math.expm1(tries * strands * Math.log1p(bestScore));
            return best;
        }
        double none = 0;
        for (int d = 1 - width; d < targetWidth; d++) {
            int from = Math.max(0, -d);
            int to = Math.min(width, targetWidth - d);
            none += strands * Math.log1p(-tail(from, to, bestScore - outside(width - (to - from))));
        }
        best[2] = 0.0 - Math.expm1(none);
        return best;
    }
}
