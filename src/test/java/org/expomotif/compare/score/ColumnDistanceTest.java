package org.expomotif.compare.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every score of columns against its formula in the documentation of {@link ColumnDistance}. */
class ColumnDistanceTest {
    private static final double[] BACKGROUND = {0.3, 0.2, 0.1, 0.4};
    private static final double QUERY_SITES = 7;

    /** {@code sum c_a ln s(c)_a} with the posterior means written out prior by prior. */
    private static double entropy(boolean five, double[] c) {
        double total = Arrays.stream(c).sum();
        double[] estimate = new double[4];
        if (five) {
            double[][] priors = {{5, 1, 1, 1}, {1, 5, 1, 1}, {1, 1, 5, 1}, {1, 1, 1, 5}, {2, 2, 2, 2}};
            double[] weights = new double[5];
            for (int p = 0; p < 5; p++) {
                // Gamma(c + alpha) / (Gamma(alpha) Gamma(c + 1)); the rest is the same for all priors.
                weights[p] = 1;
                for (int a = 0; a < 4; a++) {
                    for (int k = 1; k < priors[p][a]; k++) {
                        weights[p] *= (c[a] + k) / k;
                    }
                }
            }
            double all = Arrays.stream(weights).sum();
            for (int p = 0; p < 5; p++) {
                for (int a = 0; a < 4; a++) {
                    estimate[a] += weights[p] / all * (c[a] + priors[p][a]) / (total + 8);
                }
            }
        } else {
            Arrays.setAll(estimate, a -> (c[a] + 1) / (total + 4));
        }
        double sum = 0;
        for (int a = 0; a < 4; a++) {
            sum += c[a] * Math.log(estimate[a]);
        }
        return sum;
    }

    private static double countScore(boolean five, boolean blic, double[] q, double[] t, double sites) {
        double[] x = Arrays.stream(q).map(f -> f * QUERY_SITES).toArray();
        double[] y = Arrays.stream(t).map(f -> f * sites).toArray();
        double[] both = new double[4];
        double random = 0;
        for (int a = 0; a < 4; a++) {
            both[a] = x[a] + y[a];
            random += both[a] * Math.log(BACKGROUND[a]);
        }
        double joint = entropy(five, both);
        double separate = entropy(five, x) + entropy(five, y);
        return blic ? 2 * joint - separate - random : joint - separate;
    }

    private static double formula(ColumnDistance distance, double[] q, double[] t, double sites) {
        double squares = 0;
        double product = 0;
        double qq = 0;
        double tt = 0;
        double divergence = 0;
        double ratio = 0;
        double counts = 0;
        for (int a = 0; a < 4; a++) {
            squares += (q[a] - t[a]) * (q[a] - t[a]);
            product += (q[a] - 0.25) * (t[a] - 0.25);
            qq += (q[a] - 0.25) * (q[a] - 0.25);
            tt += (t[a] - 0.25) * (t[a] - 0.25);
            divergence += q[a] * Math.log10(q[a] / t[a]) + t[a] * Math.log10(t[a] / q[a]);
            ratio +=
                    sites * t[a] * Math.log(q[a] / BACKGROUND[a]) + QUERY_SITES * q[a] * Math.log(t[a] / BACKGROUND[a]);
            counts += QUERY_SITES * q[a] + sites * t[a];
        }
        return switch (distance) {
            case ED -> -Math.sqrt(squares);
            case PEARSON -> qq * tt == 0 ? 0 : product / Math.sqrt(qq * tt);
            case ALLR -> ratio / counts;
            case KULLBACK -> -divergence / 2;
            case SANDELIN -> 2 - squares;
            case BLIC1 -> countScore(false, true, q, t, sites);
            case BLIC5 -> countScore(true, true, q, t, sites);
            case LLR1 -> countScore(false, false, q, t, sites);
            case LLR5 -> countScore(true, false, q, t, sites);
        };
    }

    @ParameterizedTest
    @EnumSource
    void theScoreIsThatOfTheFormula(ColumnDistance distance) {
        Random random = new Random(6);
        int count = 40;
        double[][] columns = new double[count][];
        Arrays.setAll(columns, i -> column(random));
        columns[3] = new double[] {0.25, 0.25, 0.25, 0.25};
        double[][] letters = new double[4][count];
        double[] sites = new double[count];
        for (int i = 0; i < count; i++) {
            sites[i] = 1 + random.nextInt(50);
            for (int a = 0; a < 4; a++) {
                letters[a][i] = columns[i][a];
            }
        }
        ColumnScorer scorer = distance.against(new MotifColumns(letters, sites), BACKGROUND);
        double[] scores = new double[count];
        for (double[] q : new double[][] {column(random), columns[5], columns[3]}) {
            scorer.score(q, QUERY_SITES, scores);
            for (int i = 0; i < count; i++) {
                assertThat(scores[i]).isCloseTo(formula(distance, q, columns[i], sites[i]), within(1e-9));
            }
        }
    }

    private static double[] column(Random random) {
        double[] column = new double[4];
        Arrays.setAll(column, a -> 0.05 + random.nextDouble());
        double sum = Arrays.stream(column).sum();
        return Arrays.stream(column).map(f -> f / sum).toArray();
    }

    @Test
    void scoresOfCountsNeedTheNumberOfSites() {
        assertThat(Arrays.stream(ColumnDistance.values()).filter(ColumnDistance::needsSites))
                .containsExactly(
                        ColumnDistance.ALLR,
                        ColumnDistance.BLIC1,
                        ColumnDistance.BLIC5,
                        ColumnDistance.LLR1,
                        ColumnDistance.LLR5);
        assertThat(ColumnDistance.BLIC5).hasToString("blic5");
    }
}
