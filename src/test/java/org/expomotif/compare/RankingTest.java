package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.expomotif.stats.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ranks matches and which of them are kept, at the bounds, and the generator that the q-values draw from. */
class RankingTest {
    @Test
    void qValuesAreTheMinimumRateOfAllLaterOnesAndAtMostOne() {
        // p m / rank: 0.04, 0.06, 0.04, 0.9; each q-value is the minimum from its rank to the last.
        assertThat(Ranking.qValues(new double[] {0.01, 0.03, 0.03, 0.9}, 1))
                .containsExactly(new double[] {0.04, 0.04, 0.04, 0.9}, within(1e-15));
        assertThat(Ranking.qValues(new double[] {0.01, 0.03, 0.03, 0.9}, 0.5))
                .containsExactly(new double[] {0.02, 0.02, 0.02, 0.45}, within(1e-15));
        assertThat(Ranking.qValues(new double[] {0.9, 0.9}, 1)).containsExactly(new double[] {0.9, 0.9}, within(1e-15));
        assertThat(Ranking.qValues(new double[] {0.9}, 1.5)).containsExactly(1);
    }

    @Test
    void pValuesAreOfSinglePrecisionDownToWhereItLosesDigits() {
        assertThat(Ranking.rounded(0.1)).isEqualTo(0.1f);
        assertThat(Ranking.rounded(Float.MIN_NORMAL)).isEqualTo(Float.MIN_NORMAL);
        assertThat(Ranking.rounded(1.23456789e-39)).isEqualTo(1.23456789e-39);
        assertThat(Ranking.rounded(1e-300)).isEqualTo(1e-300);
    }

    @ParameterizedTest
    @CsvSource({"P, 0.25, 0.9, 0.9", "E, 0.9, 0.25, 0.9", "Q, 0.9, 0.9, 0.25"})
    void aThresholdKeepsWhatReachesItAndLooksAtItsMeasureAlone(Cutoff.Measure measure, double p, double e, double q) {
        assertThat(new Cutoff(measure, 0.25).keeps(p, e, q)).isTrue();
        assertThat(new Cutoff(measure, Math.nextDown(0.25)).keeps(p, e, q)).isFalse();
        assertThat(measure).hasToString(measure.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void valuesOfOtherMeasuresDoNotKeepAMatch() {
        assertThat(new Cutoff(Cutoff.Measure.P, 0.25).keeps(0.9, 0.1, 0.1)).isFalse();
        assertThat(new Cutoff(Cutoff.Measure.E, 0.25).keeps(0.1, 0.9, 0.1)).isFalse();
        assertThat(new Cutoff(Cutoff.Measure.Q, 0.25).keeps(0.1, 0.1, 0.9)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aThresholdThatKeepsNothingIsRefused(double threshold) {
        assertThatThrownBy(() -> new Cutoff(Cutoff.Measure.P, threshold)).isInstanceOf(IllegalArgumentException.class);
    }

    /** mt19937int.out of Matsumoto and Nishimura (1998) for their seed 4357. */
    @Test
    void theGeneratorGivesTheWordsThatItsAuthorsPrinted() {
        MersenneTwister generator = new MersenneTwister();
        for (long word : new long[] {3510405877L, 4290933890L, 2191955339L, 564929546L, 152112058L, 4262624192L}) {
            assertThat(generator.nextWord()).isEqualTo(word);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 623, 624, 625, 1248, 5000})
    void passingOverWordsIsDrawingThem(long count) {
        MersenneTwister passing = new MersenneTwister();
        MersenneTwister drawing = new MersenneTwister();
        passing.nextWord();
        drawing.nextWord();
        passing.skip(count);
        for (long i = 0; i < count; i++) {
            drawing.nextWord();
        }
        for (int i = 0; i < 700; i++) {
            assertThat(passing.nextWord()).isEqualTo(drawing.nextWord());
        }
    }

    @Test
    void aUniformNumberIsMadeOfTwoWordsTheFirstTheGreater() {
        double expected = 3510405877.0 / 0x1p32 + 4290933890.0 / 0x1p64;
        assertThat(new MersenneTwister().nextUniform()).isEqualTo(expected);
        assertThat(new MersenneTwister().nextIndex(1000)).isEqualTo((int) (expected * 1000));
    }
}
