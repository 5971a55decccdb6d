package org.expomotif.compare;

import java.util.Arrays;
import java.util.List;
import org.expomotif.compare.score.ComparedMotif;
import org.expomotif.compare.score.MotifColumns;
import org.expomotif.compare.score.TomtomOptions;

/** The definition of the score and the p-value of an alignment, one pair and one offset at a time, for any scores. */
public abstract class ReferenceAlignment {
    private final int width;
    private final TomtomOptions options;
    private final double tie;

    /**
     * Alignments of a query.
     *
     * @param tie maximum difference of scores that count as equal
     */
    public ReferenceAlignment(int width, TomtomOptions options, double tie) {
        this.width = width;
        this.options = options;
        this.tie = tie;
    }

    /** The score of the query columns from..to-1 with the target columns from+offset..to-1+offset. */
    public abstract double sum(int target, int from, int to, int offset);

    /** The score of a number of query columns outside the overlap. */
    public abstract double outside(int columns);

    /** The probability that the query columns from..to-1 score at least {@code bound}. */
    public abstract double tail(int from, int to, double bound);

    /** The scores of the query columns with all target columns; with complete scores, minus their lower median. */
    public static double[][][] columnScores(
            ComparedMotif query, List<ComparedMotif> targets, TomtomOptions options, double[] background) {
        double[][][] scores = new double[query.width()][targets.size()][];
        for (int i = 0; i < query.width(); i++) {
            for (int t = 0; t < targets.size(); t++) {
                ComparedMotif target = targets.get(t);
                MotifColumns columns = MotifColumns.ofSize(target.width());
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

    /** Offset, overlap and p-value of the alignment with a target. */
    public double[] match(int target, int targetWidth) {
        int strands = options.bothStrands() ? 2 : 1;
        int shorter = Math.min(width, targetWidth);
        int minimum = options.internal() ? shorter : Math.min(options.minOverlap(), shorter);
        double[] best = {0, 0, Double.NaN};
        double bestScore = Double.NEGATIVE_INFINITY;
        int tries = 0;
        for (int d = 1 - width; d < targetWidth; d++) {
            int from = Math.max(0, -d);
            int to = Math.min(width, targetWidth - d);
            if (to - from < minimum) {
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
