package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.expomotif.compare.score.ColumnDistance;
import org.expomotif.compare.score.ColumnScorer;
import org.expomotif.compare.score.ComparedMotif;
import org.expomotif.compare.score.Diagonals;
import org.expomotif.compare.score.QueryScores;
import org.expomotif.compare.score.TargetSet;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.Test;

/** A comparison small enough to follow by hand; Tomtom prints the same results. */
class WorkedExampleTest {
    private static final TomtomOptions PLAIN = TomtomOptions.DEFAULT.withPseudocount(0);
    private static final MotifSet QUERY = set(motif("q1", new double[][] {{1, 0, 0, 0}, {0, .8, .2, 0}}));
    private static final MotifSet TARGETS = set(
            motif("t1", new double[][] {{.9, 0, .1, 0}, {.1, .7, .1, .1}}),
            motif("t2", new double[][] {{0, 0, 0, 1}, {0, .1, .9, 0}, {.2, .2, .2, .4}}),
            motif("t3", new double[][] {{0, .5, 0, .5}}));

    @Test
    void columnScoresBecomeTheIntegersOfTheExample() {
        QueryScores scores = scores();
        assertThat(scores.median()).isEqualTo(46);
        assertThat(scores.scaleExceeded()).isFalse();
        // Widths 1, 2, 3; for each width, the first columns of all targets, then the second ones.
        assertThat(integers(scores, 0)).containsExactly(43, 66, 92, 46, 46, 37, 34, 67, 37, 37, 56, 99);
        assertThat(integers(scores, 1)).containsExactly(63, 46, 36, 51, 82, 38, 32, 57, 46, 85, 57, 32);
        assertThat(scores.histogram(0)[46]).isEqualTo(2);
    }

    @Test
    void bothStrandsAreScoredSeparately() {
        Diagonals diagonals = new Diagonals();
        QueryScores scores = scores();
        int[][] expected = {{109, -1}, {112, 0}, {174, 0}, {97, -1}, {102, 2}, {152, 0}};
        int next = 0;
        for (TargetSet.Group group : targets().groups()) {
            diagonals.sum(scores, group);
            for (int k = 0; k < group.size(); k++) {
                int[] best = expected[next++];
                assertThat(diagonals.sum(best[1], k) + 2 * scores.median()).isEqualTo(best[0]);
            }
        }
    }

    @Test
    void offsetsThatWinTiesComeFirst() {
        assertThat(Diagonals.offsets(2, 3, PLAIN)).containsExactly(0, 1, -1, 2);
        assertThat(Diagonals.offsets(2, 3, PLAIN.withAlignment(2, false))).containsExactly(0, 1);
        assertThat(Diagonals.offsets(3, 2, PLAIN.withAlignment(1, true))).containsExactly(-1, 0);
        assertThat(Diagonals.offsets(3, 2, PLAIN.withAlignment(9, false))).containsExactly(-1, 0);
    }

    private static TargetSet targets() {
        return new TargetSet(List.of(ready(TARGETS)), true);
    }

    private static QueryScores scores() {
        ColumnScorer scorer = ColumnDistance.ED.against(targets().columns(), new double[] {.25, .25, .25, .25});
        return new QueryScores(ready(QUERY).getFirst(), targets(), scorer, PLAIN, new QueryScores.Workspace());
    }

    private static int[] integers(QueryScores scores, int column) {
        int[] integers = new int[targets().columnCount()];
        for (int t = 0; t < integers.length; t++) {
            integers[t] = scores.centred(column)[t] + scores.median();
        }
        return integers;
    }

    @Test
    void pEAndQEqualThoseOfTomtom() {
        assertThat(rows(PLAIN))
                .containsExactly(
                        "t1 0 0.054784 0.164352 0.328704 2 AC AC +",
                        "t2 0 0.227524 0.682571 0.682571 2 AC ACA -",
                        "t3 0 0.691358 2.07407 0.993157 1 AC A -");
        assertThat(rows(TomtomOptions.DEFAULT)).isEqualTo(rows(PLAIN));
    }

    @Test
    void oneStrandAlone() {
        assertThat(brief(PLAIN.withBothStrands(false)))
                .containsExactly("t1 0 0.0277778 +", "t3 -1 0.444444 +", "t2 2 0.8762 +");
    }

    @Test
    void pearsonGivesOtherAlignments() {
        assertThat(brief(PLAIN.with(ColumnDistance.PEARSON)))
                .containsExactly("t2 0 0.0544088 -", "t1 0 0.0815972 +", "t3 -1 0.75 +");
    }

    @Test
    void incompleteScoresCorrectForTheNumberOfOffsets() {
        assertThat(brief(PLAIN.withComplete(false)))
                .containsExactly("t1 0 0.155512 +", "t2 0 0.437738 -", "t3 -1 0.683594 +");
    }

    @Test
    void restrictionsChangeTheAlignmentButNotTheNull() {
        List<String> overlapping = brief(PLAIN.withAlignment(2, false));
        assertThat(overlapping.getFirst()).isEqualTo("t1 0 0.054784 +");
        assertThat(overlapping).noneMatch(row -> row.startsWith("t2 2"));
        assertThat(brief(PLAIN.withAlignment(1, true))).isEqualTo(overlapping);
    }

    @Test
    void cutoffsApplyToQOrE() {
        assertThat(matches(PLAIN, Cutoff.DEFAULT))
                .extracting(MotifMatch::target)
                .containsExactly("t1");
        assertThat(matches(PLAIN, new Cutoff(Cutoff.Measure.E, 0.7))).hasSize(2);
        assertThat(matches(PLAIN, new Cutoff(Cutoff.Measure.E, 0.1))).isEmpty();
        assertThat(matches(PLAIN, new Cutoff(Cutoff.Measure.P, 0.1))).hasSize(1);
    }

    @Test
    void severalFilesAreOneSetAndRepeatedIdsInOneFileCountOnce() {
        MotifSet twice = set(
                TARGETS.motifs().get(0),
                TARGETS.motifs().get(0),
                TARGETS.motifs().get(1));
        MotifSet rest = set(TARGETS.motifs().get(2));
        List<QueryMatches> apart =
                new Tomtom(PLAIN, Cutoff.NONE, Progress.NONE).compare(QUERY, List.of(twice, rest), 2);
        assertThat(apart.getFirst().matches()).isEqualTo(matches(PLAIN, Cutoff.NONE));
    }

    private static List<String> rows(TomtomOptions options) {
        return matches(options, Cutoff.NONE).stream()
                .map(m ->
                        String.join(" ", MatchCells.of(m, WorkedExampleTest::g).subList(1, 10)))
                .toList();
    }

    private static List<String> brief(TomtomOptions options) {
        return matches(options, Cutoff.NONE).stream()
                .map(m -> m.target() + " " + m.offset() + " " + g(m.pValue()) + " " + m.orientation())
                .toList();
    }

    private static List<MotifMatch> matches(TomtomOptions options, Cutoff cutoff) {
        return new Tomtom(options, cutoff, Progress.NONE)
                .compare(QUERY, List.of(TARGETS), 1)
                .getFirst()
                .matches();
    }

    private static String g(double value) {
        return CFormat.g(value, 6);
    }

    private static List<ComparedMotif> ready(MotifSet motifs) {
        return motifs.motifs().stream()
                .map(m -> ComparedMotif.of(m, 0, new double[] {.25, .25, .25, .25}))
                .toList();
    }

    private static MotifSet set(Motif... motifs) {
        return new MotifSet(List.of(motifs), Optional.empty());
    }

    private static Motif motif(String id, double[][] matrix) {
        return new Motif(id, "", matrix, 20, "");
    }
}
