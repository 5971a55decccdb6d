package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P-values without bins are those of every combination of target columns, tried one after another. */
class ExactScoresTest {
    private static final double[] BACKGROUND = {0.3, 0.2, 0.2, 0.3};
    private static final double TIE = 1e-9;

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<Motif> motifs = List.of(motif("a", 2), motif("b", 3), motif("c", 2), motif("d", 1));
    private final List<ComparedMotif> targets =
            motifs.stream().map(ExactScoresTest::ready).toList();
    private final List<ComparedMotif> queries = List.of(ready(motif("wide", 4)), targets.get(1), targets.get(3));

    @ParameterizedTest
    @EnumSource
    void everyDistanceByEnumeration(ColumnDistance distance) {
        for (boolean complete : new boolean[] {true, false}) {
            TomtomOptions options = TomtomOptions.DEFAULT.with(distance).withComplete(complete);
            hold(options);
            hold(options.withAlignment(2, false));
            hold(options.withAlignment(1, true));
            hold(options.withBothStrands(false));
        }
    }

    private void hold(TomtomOptions options) {
        TargetSet set = new TargetSet(List.of(targets), options.bothStrands());
        ColumnScorer scorer = options.distance().against(set.columns(), BACKGROUND);
        for (ComparedMotif query : queries) {
            Alignments ours = new ExactScores(set, scorer, options).align(query);
            double[][][] scores = scores(query, set, options);
            for (int t = 0; t < set.orientedCount(); t++) {
                double[] plain = plain(scores, t, set.strands(), options);
                assertThat(ours.pValues()[t]).isCloseTo(plain[2], within(1e-10 * plain[2]));
                if (options.complete()) {
                    assertThat(ours.offsets()[t]).isEqualTo((int) plain[0]);
                    assertThat(ours.overlaps()[t]).isEqualTo((int) plain[1]);
                }
            }
        }
    }

    /** By query column, target and its column. */
    private static double[][][] scores(ComparedMotif query, TargetSet set, TomtomOptions options) {
        double[][][] scores = new double[query.width()][set.orientedCount()][];
        for (int i = 0; i < query.width(); i++) {
            for (int t = 0; t < set.orientedCount(); t++) {
                ComparedMotif target = set.get(t);
                Columns columns = Columns.ofSize(target.width());
                for (int j = 0; j < target.width(); j++) {
                    columns.set(j, target.columns()[j], target.sites());
                }
                scores[i][t] = new double[target.width()];
                options.distance().against(columns, BACKGROUND).score(query.columns()[i], query.sites(), scores[i][t]);
            }
            double[] sorted = Arrays.stream(scores[i])
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            int n = sorted.length;
            double median = options.complete() ? (sorted[n / 2 - 1] + sorted[(n + 1) / 2 - 1]) / 2 : 0;
            for (double[] row : scores[i]) {
                for (int j = 0; j < row.length; j++) {
                    row[j] -= median;
                }
            }
        }
        return scores;
    }

    /** Offset, overlap and p-value. */
    private static double[] plain(double[][][] scores, int t, int strands, TomtomOptions options) {
        int q = scores.length;
        int width = scores[0][t].length;
        int shorter = Math.min(q, width);
        double bestScore = Double.NEGATIVE_INFINITY;
        double[] best = new double[3];
        int tries = 0;
        for (int d = 1 - q; d < width; d++) {
            int from = Math.max(0, -d);
            int to = Math.min(q, width - d);
            if (to - from < (options.internal() ? shorter : Math.min(options.minOverlap(), shorter))) {
                continue;
            }
            tries++;
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += scores[i][t][i + d];
            }
            double score = options.complete() ? sum : -reached(scores, from, to, 0, sum);
            if (score > bestScore + TIE || score > bestScore - TIE && to - from > best[1]) {
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
        double none = 1;
        for (int d = 1 - q; d < width; d++) {
            double tail = reached(scores, Math.max(0, -d), Math.min(q, width - d), 0, bestScore);
            none *= Math.pow(1 - tail, strands);
        }
        best[2] = 1 - none;
        return best;
    }

    private static double reached(double[][][] scores, int from, int to, double sum, double bound) {
        if (from == to) {
            return sum >= bound - TIE ? 1 : 0;
        }
        double[] column =
                Arrays.stream(scores[from]).flatMapToDouble(Arrays::stream).toArray();
        double share = 0;
        for (double score : column) {
            share += reached(scores, from + 1, to, sum + score, bound) / column.length;
        }
        return Math.min(1, share);
    }

    @Test
    void finerBinsComeNearer() {
        List<Motif> many =
                IntStream.range(0, 50).mapToObj(i -> motif("t" + i, 6)).toList();
        MotifSet set = new MotifSet(many, Optional.empty());
        MotifSet query = new MotifSet(List.of(motif("q", 4)), Optional.empty());
        List<MotifMatch> exact = matches(query, set, TomtomOptions.DEFAULT.withExact(true));
        double coarse = error(exact, matches(query, set, TomtomOptions.DEFAULT));
        double fine = error(exact, matches(query, set, TomtomOptions.DEFAULT.withScale(10_000, false)));
        assertThat(coarse).isBetween(1e-6, 1.0);
        assertThat(fine).isBetween(0.0, coarse / 10);
    }

    private static List<MotifMatch> matches(MotifSet query, MotifSet set, TomtomOptions options) {
        return new ArrayList<>(new Tomtom(options, Cutoff.NONE, Progress.NONE)
                .compare(query, List.of(set), 1)
                .getFirst()
                .matches());
    }

    /** The mean difference of log p. */
    private static double error(List<MotifMatch> exact, List<MotifMatch> other) {
        double sum = 0;
        for (MotifMatch match : exact) {
            double p = other.stream()
                    .filter(m -> m.target().equals(match.target()))
                    .findFirst()
                    .orElseThrow()
                    .pValue();
            sum += Math.abs(Math.log(p / match.pValue())) / exact.size();
        }
        return sum;
    }

    @Test
    void tooManySumsAreRefused() {
        List<Motif> many =
                IntStream.range(0, 60).mapToObj(i -> motif("t" + i, 10)).toList();
        MotifSet set = new MotifSet(many, Optional.empty());
        assertThatThrownBy(() -> matches(set, set, TomtomOptions.DEFAULT.withExact(true)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("motif t0")
                .hasMessageContaining("too many sums");
    }

    private Motif motif(String id, int width) {
        double[][] matrix = new double[width][4];
        for (double[] row : matrix) {
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                row[a] = 0.02 + Math.pow(random.nextDouble(), 3);
                sum += row[a];
            }
            for (int a = 0; a < 4; a++) {
                row[a] /= sum;
            }
        }
        return new Motif(id, "", matrix, 2 + random.nextInt(6), "");
    }

    private static ComparedMotif ready(Motif motif) {
        return ComparedMotif.of(motif, 0.1, BACKGROUND);
    }
}
