package org.expomotif.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final double EXACT = 1e-12;

    @Test
    void aPerfectRankingHasBothAreasOne() {
        double[] scores = {0.1, 0.9, 0.2, 0.8};
        boolean[] positive = {false, true, false, true};
        assertThat(RankingMetrics.auroc(scores, positive)).isEqualTo(1);
        assertThat(RankingMetrics.averagePrecision(scores, positive)).isEqualTo(1);
        assertThat(RankingMetrics.trapezoidAupr(scores, positive)).isEqualTo(1);
    }

    @Test
    void areasOfAMixedRankingEqualThoseComputedByHand() {
        // From the top: + - + + -. Pairs won 2 + 1 + 1 of 6.
        double[] scores = {5, 4, 3, 2, 1};
        boolean[] positive = {true, false, true, true, false};
        assertThat(RankingMetrics.auroc(scores, positive)).isEqualTo(4 / 6.0, within(EXACT));
        // Points (recall, precision): (0,1) (1/3,1) (1/3,1/2) (2/3,2/3) (1,3/4).
        double area = 1 / 3.0 * (1 + (1 / 2.0 + 2 / 3.0) / 2 + (2 / 3.0 + 3 / 4.0) / 2);
        assertThat(RankingMetrics.trapezoidAupr(scores, positive)).isEqualTo(area, within(EXACT));
        assertThat(RankingMetrics.averagePrecision(scores, positive))
                .isEqualTo((1 + 2 / 3.0 + 3 / 4.0) / 3, within(EXACT));
    }

    @Test
    void tiesAreOnePointOfTheCurve() {
        // Scores 2: one positive, one negative; 1: one positive, two negatives.
        double[] scores = {2, 1, 2, 1, 1};
        boolean[] positive = {true, true, false, false, false};
        // Pairs: + at 2 ties one (1/2) and beats two; + at 1 ties two (1). (2.5 + 1) / 6.
        assertThat(RankingMetrics.auroc(scores, positive)).isEqualTo(3.5 / 6, within(EXACT));
        // Points (0,1) (1/2,1/2) (1,2/5).
        assertThat(RankingMetrics.trapezoidAupr(scores, positive)).isEqualTo(0.5 * 0.75 + 0.5 * 0.45, within(EXACT));
        assertThat(RankingMetrics.averagePrecision(scores, positive)).isEqualTo((1 / 2.0 + 2 / 5.0) / 2, within(EXACT));
    }

    @Test
    void averagePrecisionOfAConstantScoreIsTheProportionOfPositives() {
        double[] scores = {0.5, 0.5, 0.5, 0.5};
        boolean[] positive = {true, false, false, false};
        assertThat(RankingMetrics.auroc(scores, positive)).isEqualTo(0.5);
        assertThat(RankingMetrics.averagePrecision(scores, positive)).isEqualTo(0.25);
        assertThat(RankingMetrics.trapezoidAupr(scores, positive)).isEqualTo((1 + 0.25) / 2);
    }

    @Test
    void averagePrecisionOfAnAlmostConstantScoreIsLittleMoreThanTheProportionOfPositives() {
        // One of 25 positives at the top; all others, and 75 negatives, have the same score.
        double[] scores = new double[100];
        boolean[] positive = new boolean[100];
        Arrays.fill(positive, 0, 25, true);
        scores[0] = 1;
        assertThat(RankingMetrics.averagePrecision(scores, positive)).isEqualTo((1 + 24 * 0.25) / 25, within(EXACT));
        assertThat(RankingMetrics.trapezoidAupr(scores, positive)).isGreaterThan(0.6);
    }

    @Test
    void minusZeroTiesWithZeroAndInfinitiesAreScores() {
        double[] scores = {-0.0, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        boolean[] positive = {true, false, true, false};
        assertThat(RankingMetrics.auroc(scores, positive)).isEqualTo(3.5 / 4, within(EXACT));
    }

    @Test
    void withoutPositivesOrNegativesThereIsNoArea() {
        double[] scores = {1, 2};
        assertThat(RankingMetrics.auroc(scores, new boolean[] {true, true})).isNaN();
        assertThat(RankingMetrics.auroc(scores, new boolean[2])).isNaN();
        assertThat(RankingMetrics.averagePrecision(scores, new boolean[2])).isNaN();
        assertThat(RankingMetrics.averagePrecision(scores, new boolean[] {true, true}))
                .isEqualTo(1);
        assertThat(RankingMetrics.trapezoidAupr(scores, new boolean[2])).isNaN();
        assertThat(RankingMetrics.trapezoidAupr(scores, new boolean[] {true, true}))
                .isEqualTo(1);
    }

    @Test
    void aNaNScoreIsRefused() {
        assertThatThrownBy(() -> RankingMetrics.auroc(new double[] {1, Double.NaN}, new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agreesWithCountingEveryPair() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 50; trial++) {
            int n = 2 + random.nextInt(60);
            double[] scores = new double[n];
            boolean[] positive = new boolean[n];
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextInt(12);
                positive[i] = random.nextInt(3) == 0;
            }
            double wins = 0;
            double pairs = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (positive[i] && !positive[j]) {
                        pairs++;
                        wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }
            if (pairs > 0) {
                assertThat(RankingMetrics.auroc(scores, positive)).isEqualTo(wins / pairs, within(EXACT));
            }
        }
    }
}
