package org.expomotif.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definition of a comparison by complete or incomplete scores, one pair and one offset after another. */
final class ReferenceComparison {
    private final ComparedMotif query;
    private final List<ComparedMotif> targets;
    private final TomtomOptions options;
    private final int[][][] scores;
    private final double[][] nulls;
    private final Map<List<Integer>, double[]> densities = new HashMap<>();
    private int median;

    ReferenceComparison(ComparedMotif query, List<ComparedMotif> targets, TomtomOptions options, double[] background) {
        this.query = query;
        this.targets = targets;
        this.options = options;
        scores = new int[query.width()][targets.size()][];
        nulls = new double[query.width()][options.bins() + 1];
        score(background);
    }

    private void score(double[] background) {
        double[][][] raw = new double[query.width()][targets.size()][];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < query.width(); i++) {
            for (int t = 0; t < targets.size(); t++) {
                raw[i][t] = columnScores(i, targets.get(t), background);
            }
            double[] all = Arrays.stream(raw[i])
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            double shift = options.complete() ? (at(all, all.length / 2) + at(all, (all.length + 1) / 2)) / 2 : 0;
            for (double[] row : raw[i]) {
                for (int j = 0; j < row.length; j++) {
                    row[j] -= shift;
                    low = Math.min(low, row[j]);
                    high = Math.max(high, row[j]);
                }
            }
        }
        double o = Math.floor(low);
        double g = Math.floor(options.bins() / (high - o));
        median = options.complete() ? (int) (-o * g) : 0;
        for (int i = 0; i < query.width(); i++) {
            long columns = Arrays.stream(raw[i]).mapToInt(row -> row.length).sum();
            for (int t = 0; t < targets.size(); t++) {
                scores[i][t] = Arrays.stream(raw[i][t])
                        .mapToInt(d -> (int) Math.floor((d - o) * g + 0.5))
                        .toArray();
                for (int x : scores[i][t]) {
                    nulls[i][x] += 1.0 / columns;
                }
            }
        }
    }

    private static double at(double[] sorted, int rank) {
        return sorted[Math.max(1, rank) - 1];
    }

    private double[] columnScores(int i, ComparedMotif target, double[] background) {
        Columns columns = Columns.ofSize(target.width());
        for (int j = 0; j < target.width(); j++) {
            columns.set(j, target.columns()[j], target.sites());
        }
        double[] row = new double[target.width()];
        options.distance().against(columns, background).score(query.columns()[i], query.sites(), row);
        return row;
    }

    /** Offset, overlap and p-value with a target. */
    double[] match(int t) {
        int width = targets.get(t).width();
        int strands = options.bothStrands() ? 2 : 1;
        double[] best = {0, 0, Double.NaN};
        double bestScore = Double.NEGATIVE_INFINITY;
        int tries = 0;
        for (int d = 1 - query.width(); d < width; d++) {
            int from = Math.max(0, -d);
            int to = Math.min(query.width(), width - d);
            int shorter = Math.min(query.width(), width);
            if (to - from < (options.internal() ? shorter : Math.min(options.minOverlap(), shorter))) {
                continue;
            }
            tries++;
            int sum = 0;
            for (int i = from; i < to; i++) {
                sum += scores[i][t][i + d];
            }
            double score = options.complete() ? sum + median * (query.width() - (to - from)) : -tail(from, to, sum);
            if (score > bestScore || score == bestScore && to - from > best[1]) {
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
        double survival = 0;
        for (int d = 1 - query.width(); d < width; d++) {
            int from = Math.max(0, -d);
            int to = Math.min(query.width(), width - d);
            survival += strands * Math.log1p(-tail(from, to, (int) bestScore - median * (query.width() - (to - from))));
        }
        best[2] = 0.0 - Math.expm1(survival);
        return best;
    }

    /** P(sum of the scores of query columns from..to-1 >= bound). */
    private double tail(int from, int to, int bound) {
        double[] density = densities.computeIfAbsent(List.of(from, to), interval -> density(from, to));
        double tail = 0;
        for (int s = density.length - 1; s >= Math.max(0, bound); s--) {
            tail += density[s];
        }
        return bound <= 0 ? 1 : Math.min(1, tail);
    }

    private double[] density(int from, int to) {
        double[] density = {1};
        for (int i = from; i < to; i++) {
            double[] longer = new double[density.length + options.bins()];
            for (int s = 0; s < density.length; s++) {
                for (int x = 0; x <= options.bins(); x++) {
                    longer[s + x] += density[s] * nulls[i][x];
                }
            }
            density = longer;
        }
        return density;
    }
}
