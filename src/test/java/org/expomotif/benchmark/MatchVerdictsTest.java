package org.expomotif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.Test;

class MatchVerdictsTest {
    private static final Cutoff STRICT = new Cutoff(Cutoff.Measure.E, 0.01);

    private final SplittableRandom random = new SplittableRandom(2);
    private final List<Motif> database = database();
    private final Motif planted = database.getFirst();
    private final MotifSet queries = new MotifSet(
            List.of(
                    renamed("learned", planted.matrix()),
                    renamed("other", database.get(7).matrix()),
                    renamed("flat", new double[][] {{.25, .25, .25, .25}, {.26, .24, .25, .25}})),
            Optional.empty());

    @Test
    void verdictsDistinguishPlantedKnownAndEmpty() {
        MatchVerdicts verdicts = verdicts(STRICT);
        assertThat(verdicts.rows())
                .extracting(MatchVerdicts.Row::verdict)
                .containsExactly(
                        MatchVerdicts.Verdict.PLANTED, MatchVerdicts.Verdict.KNOWN, MatchVerdicts.Verdict.EMPTY);
        assertThat(verdicts.rows()).extracting(MatchVerdicts.Row::best).containsExactly("T0.1", "T7.1", "none");
        assertThat(verdicts.rows()).extracting(MatchVerdicts.Row::planted).containsExactly("T0.1", "none", "none");
        assertThat(verdicts.rows().getFirst().windows()).isEqualTo(50);
        assertThat(verdicts.rows().getFirst().nullRate()).isZero();
        assertThat(verdicts.shuffled()).isZero();
        assertThat(verdicts.lines()).contains("verdicts planted 1 doubtful 0 known 1 none 0 empty 1");
    }

    @Test
    void aMatchOfEveryShuffleIsDoubtful() {
        MatchVerdicts verdicts = verdicts(Cutoff.NONE);
        assertThat(verdicts.rows().getFirst().verdict()).isEqualTo(MatchVerdicts.Verdict.DOUBTFUL);
        assertThat(verdicts.shuffled()).isEqualTo(1);
        assertThat(verdicts.uniform()).isEqualTo(1);
    }

    /**
     * A nearly uniform planted matrix is matched by every shuffle of a nearly uniform query, and by no shuffle of the
     * other queries.
     */
    @Test
    void everyRowHasItsOwnNullRate() {
        double[][] even = new double[10][];
        Arrays.setAll(even, k -> new double[] {.27, .25, .24, .24});
        List<Motif> targets = new ArrayList<>(database);
        targets.add(renamed("even.1", even));
        List<Motif> learned = List.of(
                renamed("flat", even),
                new Motif("learned", "", planted.matrix(), 0, ""),
                renamed("lonely", database().getFirst().matrix()));
        List<MotifSet> sets = List.of(new MotifSet(targets, Optional.empty()));
        MotifSet these = new MotifSet(learned, Optional.empty());
        List<QueryMatches> results = new Tomtom(TomtomOptions.DEFAULT, STRICT, Progress.NONE).compare(these, sets, 1);
        MatchFraction fraction = MatchFraction.of(results, learned, List.of(planted, targets.getLast()), targets);
        MatchVerdicts verdicts = MatchVerdicts.of(fraction, these, sets, TomtomOptions.DEFAULT, STRICT, 1, 2);
        assertThat(verdicts.rows())
                .extracting(
                        MatchVerdicts.Row::verdict,
                        MatchVerdicts.Row::best,
                        MatchVerdicts.Row::windows,
                        MatchVerdicts.Row::nullRate)
                .containsExactly(
                        tuple(MatchVerdicts.Verdict.EMPTY, "none", 50.0, 1.0),
                        tuple(MatchVerdicts.Verdict.PLANTED, "T0.1", Double.NaN, 0.0),
                        tuple(MatchVerdicts.Verdict.NONE, "none", 50.0, 0.0));
        double bits = 0;
        for (double[] column : planted.matrix()) {
            bits += 2
                    + Arrays.stream(column)
                            .map(f -> f * Math.log(f) / Math.log(2))
                            .sum();
        }
        assertThat(verdicts.rows().get(1).bits()).isCloseTo(bits, within(1e-9));
    }

    @Test
    void sameSeedSameVerdictsOnAnyNumberOfThreads() {
        assertThat(verdicts(STRICT)).isEqualTo(verdicts(STRICT));
    }

    private MatchVerdicts verdicts(Cutoff cutoff) {
        List<MotifSet> targets = List.of(new MotifSet(database, Optional.empty()));
        List<QueryMatches> results =
                new Tomtom(TomtomOptions.DEFAULT, cutoff, Progress.NONE).compare(queries, targets, 1);
        MatchFraction fraction = MatchFraction.of(results, queries.motifs(), List.of(planted), database);
        return MatchVerdicts.of(fraction, queries, targets, TomtomOptions.DEFAULT, cutoff, 1, 2);
    }

    private List<Motif> database() {
        List<Motif> motifs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double[][] matrix = new double[10][];
            for (int k = 0; k < 10; k++) {
                double rest = 0.02 + 0.08 * random.nextDouble();
                matrix[k] = new double[] {rest, rest, rest, rest};
                matrix[k][random.nextInt(4)] = 1 - 3 * rest;
            }
            motifs.add(renamed("T" + i + ".1", matrix));
        }
        return motifs;
    }

    private static Motif renamed(String id, double[][] matrix) {
        return new Motif(id, "", matrix, 50, "");
    }
}
