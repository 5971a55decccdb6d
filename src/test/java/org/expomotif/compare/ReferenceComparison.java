package org.expomotif.compare;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.expomotif.compare.score.ComparedMotif;
import org.expomotif.compare.score.TomtomOptions;

/** The definition of a comparison by integer scores. */
final class ReferenceComparison extends ReferenceAlignment {
    private final TomtomOptions options;
    private final List<ComparedMotif> targets;
    private final int[][][] scores;
    private final double[][] nulls;
    private final Map<List<Integer>, double[]> densities = new HashMap<>();
    private final int median;

    ReferenceComparison(ComparedMotif query, List<ComparedMotif> targets, TomtomOptions options, double[] background) {
        super(query.width(), options, 0);
        this.options = options;
        this.targets = targets;
        scores = new int[query.width()][targets.size()][];
        nulls = new double[query.width()][options.bins() + 1];
        double[][][] raw = columnScores(query, targets, options, background);
        DoubleSummaryStatistics all = Arrays.stream(raw)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .summaryStatistics();
        double o = Math.floor(all.getMin());
        double g = Math.floor(options.bins() / (all.getMax() - o));
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

    /** Offset, overlap and p-value of the alignment with a target. */
    double[] match(int t) {
        return match(t, targets.get(t).width());
    }

    @Override
    public double sum(int target, int from, int to, int offset) {
        return IntStream.range(from, to).map(i -> scores[i][target][i + offset]).sum();
    }

    @Override
    public double outside(int columns) {
        return median * columns;
    }

    @Override
    public double tail(int from, int to, double bound) {
        double[] density = densities.computeIfAbsent(List.of(from, to), interval -> density(from, to));
        double tail = 0;
        for (int s = density.length - 1; s >= Math.max(0, (int) bound); s--) {
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
