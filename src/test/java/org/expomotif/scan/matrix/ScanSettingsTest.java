package org.expomotif.scan.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanSettingsTest {
    private static final ScanSettings SETTINGS = ScanSettings.of(Background.UNIFORM, true, 0.25);

    @Test
    void theRestIsAsInFimo() {
        assertThat(SETTINGS.threshold()).isEqualTo(0.25);
        assertThat(SETTINGS.bothStrands()).isTrue();
        assertThat(SETTINGS.pseudocount()).isEqualTo(0.1);
        assertThat(SETTINGS.minimumScore()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(SETTINGS.skipMasked()).isFalse();
        assertThat(ScanSettings.DEFAULT_THRESHOLD).isEqualTo(1e-4);
    }

    @Test
    void oneNumberIsChangedAtATime() {
        ScanSettings changed = SETTINGS.withPseudocount(3).withMinimumScore(5).withoutMasked();
        assertThat(changed).isEqualTo(new ScanSettings(SETTINGS.background(), true, 0.25, 3, 5, true));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.0000001, Double.NaN})
    void aThresholdIsAboveZeroAndAtMostOne(double threshold) {
        assertThatThrownBy(() -> ScanSettings.of(Background.UNIFORM, true, threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a p-value threshold above 0 and at most 1, found " + threshold);
        assertThat(ScanSettings.of(Background.UNIFORM, true, 1).threshold()).isEqualTo(1);
        assertThat(ScanSettings.of(Background.UNIFORM, true, Double.MIN_VALUE).threshold())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void aPseudocountIsAFiniteNumberOfAtLeastZero(double pseudocount) {
        assertThatThrownBy(() -> SETTINGS.withPseudocount(pseudocount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pseudocount is not a number of 0 or more: " + pseudocount);
        assertThat(SETTINGS.withPseudocount(0).pseudocount()).isZero();
    }

    @Test
    void aMinimumScoreIsANumber() {
        assertThatThrownBy(() -> SETTINGS.withMinimumScore(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of the four letters, C scores 1, G 2 and T 4; the threshold of a quarter accepts T alone. */
    @Test
    void aSiteSatisfiesThresholdAndMinimumScore() {
        double[][] scores = {{0, 1, 2, 4}};
        ScanSettings plus = ScanSettings.of(Background.UNIFORM, false, 0.51);
        ScanMatrix matrix = ScanMatrix.ofScores("f", scores, 0, plus);
        assertThat(matrix.plus().minimumSum()).isEqualTo(251);
        assertThat(matrix.plus().distribution().pValue(251)).isBetween(0.499, 0.501);
        assertThat(ScanMatrix.ofScores("f", scores, 0, plus.withMinimumScore(1))
                        .plus()
                        .minimumSum())
                .isEqualTo(251);
        assertThat(ScanMatrix.ofScores("f", scores, 0, plus.withMinimumScore(3))
                        .plus()
                        .minimumSum())
                .isEqualTo(750);
        assertThat(matrix.minus()).isEmpty();
        assertThat(matrix.width()).isEqualTo(1);
        assertThat(matrix.strand(false)).isSameAs(matrix.plus());
    }

    @Test
    void bothStrandsHaveAMatrix() {
        ScanMatrix matrix = ScanMatrix.ofMotif(new Motif("m", "name", new double[][] {{1, 0, 0, 0}}, 10, ""), SETTINGS);
        assertThat(matrix.id()).isEqualTo("m");
        assertThat(matrix.name()).isEqualTo("name");
        assertThat(matrix.strand(true)).isSameAs(matrix.minus().orElseThrow());
        assertThat(matrix.strand(true).matrix().cell(0, 3))
                .isEqualTo(matrix.plus().matrix().cell(0, 0))
                .isGreaterThan(matrix.plus().matrix().cell(0, 3));
    }
}
