package org.expomotif.scan.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.expomotif.motif.Background;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution of sums against all words of a small matrix, and the letter frequencies that it rests on. */
class ScoreDistributionTest {
    private static final ScanBackground SKEWED = ScanBackground.of(new Background(0.1, 0.2, 0.3, 0.4), false);
    /** Every letter has a different sum, 0 for A. */
    private static final IntegerMatrix MATRIX = IntegerMatrix.ofScores(new double[][] {{0, 1, 2, 4}, {0, 8, 1, 3}}, 0);

    private static double byWords(int least) {
        double chance = 0;
        for (int first = 0; first < 4; first++) {
            for (int second = 0; second < 4; second++) {
                if (MATRIX.cell(0, first) + MATRIX.cell(1, second) >= least) {
                    chance += SKEWED.scanning(first) * SKEWED.scanning(second);
                }
            }
        }
        return chance;
    }

    @Test
    void aPValueIsTheChanceOfAllWordsThatScoreAsMuch() {
        ScoreDistribution distribution = ScoreDistribution.of(MATRIX, SKEWED);
        for (int sum = 0; sum <= MATRIX.bestSum(); sum++) {
            assertThat(distribution.pValue(sum)).isCloseTo(byWords(sum), within(1e-15));
        }
        assertThat(distribution.pValue(MATRIX.bestSum())).isCloseTo(0.4 * 0.2, within(1e-6));
        assertThat(distribution.pValue(MATRIX.bestSum() + 1)).isZero();
    }

    @Test
    void aPValueOfFourPositionsIsTheChanceOfAllWords() {
        double[][] scores = {{0, 1, 2, 4}, {0, 8, 1, 3}, {5, 0, 1, 1}, {2, 0, 0, 1}};
        IntegerMatrix matrix = IntegerMatrix.ofScores(scores, 0);
        int[] sums = new int[256];
        double[] chances = new double[256];
        for (int word = 0; word < 256; word++) {
            chances[word] = 1;
            for (int i = 0; i < 4; i++) {
                int letter = word >> 2 * i & 3;
                sums[word] += matrix.cell(i, letter);
                chances[word] *= SKEWED.scanning(letter);
            }
        }
        ScoreDistribution distribution = ScoreDistribution.of(matrix, SKEWED);
        for (int least = 0; least <= matrix.bestSum(); least += 5) {
            double chance = 0;
            for (int word = 0; word < 256; word++) {
                chance += sums[word] >= least ? chances[word] : 0;
            }
            assertThat(distribution.pValue(least)).isCloseTo(chance, within(1e-14));
        }
    }

    @Test
    void theLeastSumIsTheFirstWhosePValueReachesTheThreshold() {
        ScoreDistribution distribution = ScoreDistribution.of(MATRIX, SKEWED);
        double best = distribution.pValue(MATRIX.bestSum());
        assertThat(distribution.minimumSum(1)).isZero();
        assertThat(distribution.minimumSum(Math.nextDown(best))).isEqualTo(MATRIX.bestSum() + 1);
        for (double threshold : new double[] {best, 0.1, 0.25, 0.5, 0.9}) {
            int least = distribution.minimumSum(threshold);
            assertThat(distribution.pValue(least)).isLessThanOrEqualTo(threshold);
            assertThat(distribution.pValue(least - 1)).isGreaterThan(threshold);
        }
    }

    /** Random matrices, matrices with one or two values, and one position that decides alone. */
    @Test
    void theTailHasTheBitsOfTheWholeDistribution() {
        Random random = new Random(12);
        ScanBackground both = ScanBackground.of(new Background(0.3, 0.2, 0.24, 0.26), true);
        for (int round = 0; round < 100; round++) {
            double[][] scores = new double[1 + random.nextInt(round % 20 == 0 ? 60 : 12)][4];
            boolean twoValues = round % 5 == 0;
            for (double[] row : scores) {
                double size = round % 7 == 0 ? random.nextInt(2) : random.nextDouble();
                Arrays.setAll(row, a -> twoValues ? random.nextInt(2) : size * random.nextGaussian());
            }
            scores[0][2] += round % 3 == 0 ? 50 : 0;
            IntegerMatrix matrix = IntegerMatrix.ofScores(scores, 0);
            ScanBackground background = round % 2 == 0 ? SKEWED : both;
            ScoreDistribution whole = ScoreDistribution.of(matrix, background);
            for (double threshold : new double[] {1, 0.5, 1e-2, 1e-4, 1e-9, Double.MIN_VALUE}) {
                int minimum = whole.minimumSum(threshold);
                ScoreDistribution tail = ScoreDistribution.ofTail(matrix, background, threshold);
                assertThat(tail.minimumSum(threshold)).isEqualTo(minimum);
                ScoreDistribution kept = tail.from(minimum);
                assertThat(IntStream.rangeClosed(minimum, matrix.bestSum() + 1)
                                .filter(sum -> Double.doubleToRawLongBits(kept.pValue(sum))
                                        != Double.doubleToRawLongBits(whole.pValue(sum))))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 700, 5000})
    void aDistributionThatWasCutAnswersFromItsCutOn(int least) {
        ScoreDistribution whole = ScoreDistribution.of(MATRIX, SKEWED);
        ScoreDistribution cut = whole.from(least);
        int from = Math.min(least, MATRIX.bestSum() + 1);
        for (int sum = from; sum <= MATRIX.bestSum() + 1; sum++) {
            assertThat(cut.pValue(sum)).isEqualTo(whole.pValue(sum));
        }
        assertThat(cut.from(from)).usingRecursiveComparison().isEqualTo(cut);
        assertThat(cut.minimumSum(0)).isEqualTo(MATRIX.bestSum() + 1);
        if (from > 0) {
            assertThatThrownBy(() -> cut.pValue(from - 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void onTwoStrandsALetterIsAsFrequentAsItsPartner() {
        ScanBackground both = ScanBackground.of(new Background(10, 20, 30, 40), true);
        assertThat(both.scanning(0)).isCloseTo(0.25, within(1e-7)).isEqualTo(both.scanning(3));
        assertThat(both.scanning(1)).isCloseTo(0.25, within(1e-7)).isEqualTo(both.scanning(2));
        ScanBackground skewed = ScanBackground.of(new Background(0.1, 0.3, 0.4, 0.2), true);
        assertThat(skewed.scanning(0)).isCloseTo(0.15, within(1e-6)).isEqualTo(skewed.scanning(3));
        assertThat(skewed.scanning(2)).isCloseTo(0.35, within(1e-6)).isEqualTo(skewed.scanning(1));
        assertThat(skewed.smoothed(0)).isCloseTo(0.1, within(1e-6));
        assertThat(SKEWED.scanning(3)).isCloseTo(0.4, within(1e-6)).isEqualTo(SKEWED.smoothed(3));
    }

    @Test
    void aLetterThatNeverOccursKeepsAFrequencyAboveZero() {
        ScanBackground background = ScanBackground.of(new Background(1, 0, 0, 0), false);
        assertThat(background.scanning(1)).isEqualTo(5e-7 / (1 + 2e-6));
        assertThat(background.scanning(0)).isEqualTo((1 + 5e-7) / (1 + 2e-6));
        assertThatThrownBy(() -> ScanBackground.of(new Background(1, -0.1, 0, 0), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScanBackground.of(new Background(1, Double.NaN, 0, 0), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScanBackground.of(new Background(Double.POSITIVE_INFINITY, 0, 0, 0), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
