package org.expomotif.compare.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.ReferenceAlignment;
import org.expomotif.compare.Tomtom;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P-values without bins equal those from an enumeration of all combinations of target columns. */
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
            Enumerated reference = new Enumerated(query, oriented(set), options);
            for (int t = 0; t < set.orientedCount(); t++) {
                double[] plain = reference.match(t, set.get(t).width());
                assertThat(ours.pValues()[t]).isCloseTo(plain[2], within(1e-10 * plain[2]));
                if (options.complete()) {
                    assertThat(ours.offsets()[t]).isEqualTo((int) plain[0]);
                    assertThat(ours.overlaps()[t]).isEqualTo((int) plain[1]);
                }
            }
        }
    }

    private static List<ComparedMotif> oriented(TargetSet set) {
        return IntStream.range(0, set.orientedCount()).mapToObj(set::get).toList();
    }

    /** Sums of unbinned scores; tails from an enumeration of every target column for each query column. */
    private static final class Enumerated extends ReferenceAlignment {
        private final double[][][] scores;

        Enumerated(ComparedMotif query, List<ComparedMotif> targets, TomtomOptions options) {
            super(query.width(), options, TIE);
            scores = columnScores(query, targets, options, BACKGROUND);
        }

        @Override
        public double sum(int target, int from, int to, int offset) {
            return IntStream.range(from, to)
                    .mapToDouble(i -> scores[i][target][i + offset])
                    .sum();
        }

        @Override
        public double outside(int columns) {
            return 0;
        }

        @Override
        public double tail(int from, int to, double bound) {
            return reached(from, to, 0, bound);
        }

        private double reached(int from, int to, double sum, double bound) {
            if (from == to) {
                return sum >= bound - TIE ? 1 : 0;
            }
            double[] column =
                    Arrays.stream(scores[from]).flatMapToDouble(Arrays::stream).toArray();
            double share = 0;
            for (double score : column) {
                share += reached(from + 1, to, sum + score, bound) / column.length;
            }
            return Math.min(1, share);
        }
    }

    @Test
    void finerBinsReduceTheError() {
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

    /** The mean absolute difference of log p. */
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
