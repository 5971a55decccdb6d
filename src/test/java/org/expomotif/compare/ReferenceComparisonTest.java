package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.expomotif.compare.score.Alignments;
import org.expomotif.compare.score.ColumnDistance;
import org.expomotif.compare.score.ColumnScorer;
import org.expomotif.compare.score.ComparedMotif;
import org.expomotif.compare.score.CompleteScores;
import org.expomotif.compare.score.IncompleteScores;
import org.expomotif.compare.score.QueryScores;
import org.expomotif.compare.score.TargetSet;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.Motif;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results computed for many targets at once equal those of the definition for each target. */
class ReferenceComparisonTest {
    private static final double[] BACKGROUND = {0.3, 0.2, 0.2, 0.3};

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<ComparedMotif> targets = IntStream.range(0, 12)
            .mapToObj(i -> motif("t" + i, 3 + random.nextInt(6)))
            .toList();
    private final ComparedMotif narrow = motif("narrow", 4);
    private final ComparedMotif wide = motif("wide", 10);

    @ParameterizedTest
    @EnumSource
    void everyDistanceByItsDefinition(ColumnDistance distance) {
        hold(TomtomOptions.DEFAULT.with(distance));
        hold(TomtomOptions.DEFAULT.with(distance).withComplete(false));
    }

    @ParameterizedTest
    @EnumSource(names = {"ED", "LLR5"})
    void everyRestrictionByItsDefinition(ColumnDistance distance) {
        TomtomOptions options = TomtomOptions.DEFAULT.with(distance);
        for (boolean complete : new boolean[] {true, false}) {
            hold(options.withComplete(complete).withAlignment(5, false));
            hold(options.withComplete(complete).withAlignment(1, true));
            hold(options.withComplete(complete).withBothStrands(false));
        }
        hold(options.withScale(37, false));
    }

    private void hold(TomtomOptions options) {
        TargetSet set = new TargetSet(List.of(targets), options.bothStrands());
        List<ComparedMotif> oriented = new ArrayList<>();
        for (int t = 0; t < set.orientedCount(); t++) {
            oriented.add(set.get(t));
        }
        ColumnScorer scorer = options.distance().against(set.columns(), BACKGROUND);
        QueryScores.Workspace workspace = new QueryScores.Workspace();
        for (ComparedMotif query : List.of(wide, narrow, targets.getFirst())) {
            QueryScores scores = new QueryScores(query, set, scorer, options, workspace);
            Alignments ours = options.complete()
                    ? new CompleteScores(set, options).align(scores)
                    : new IncompleteScores(set, options).align(scores);
            ReferenceComparison reference = new ReferenceComparison(query, oriented, options, BACKGROUND);
            for (int t = 0; t < oriented.size(); t++) {
                double[] match = reference.match(t);
                assertThat(ours.pValues()[t]).isCloseTo(match[2], within(1e-9 * match[2]));
                if (options.complete()) {
                    assertThat(ours.offsets()[t]).isEqualTo((int) match[0]);
                    assertThat(ours.overlaps()[t]).isEqualTo((int) match[1]);
                }
            }
        }
    }

    private ComparedMotif motif(String id, int width) {
        double[][] matrix = new double[width][4];
        for (double[] row : matrix) {
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                row[a] = Math.pow(random.nextDouble(), 3);
                sum += row[a];
            }
            for (int a = 0; a < 4; a++) {
                row[a] /= sum;
            }
        }
        return ComparedMotif.of(new Motif(id, "", matrix, 2 + random.nextInt(6), ""), 0.1, BACKGROUND);
    }
}
