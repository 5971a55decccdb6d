package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.expomotif.io.CFormat;
import org.junit.jupiter.api.Test;

class NullProportionTest {
    @Test
    void generatorIsTheOneOf1998WithItsFirstSeeding() {
        MersenneTwister random = new MersenneTwister();
        assertThat(random.nextWord()).isEqualTo(3510405877L);
        assertThat(random.nextWord()).isEqualTo(4290933890L);
        assertThat(random.nextWord()).isEqualTo(2191955339L);
    }

    @Test
    void skippingEqualsDrawing() {
        for (int words : new int[] {0, 1, 623, 624, 625, 1248, 200_000}) {
            MersenneTwister drawn = new MersenneTwister();
            MersenneTwister skipped = drawn.copy();
            for (int i = 0; i < words; i++) {
                drawn.nextWord();
            }
            skipped.skip(words);
            assertThat(skipped.nextWord()).isEqualTo(drawn.nextWord());
        }
    }

    @Test
    void proportionsOfThreeCallsInARow() {
        double[] p = new double[200];
        for (int i = 1; i <= 200; i++) {
            p[i - 1] = Math.pow((i - 0.5) / 200, 2);
        }
        MersenneTwister random = new MersenneTwister();
        assertThat(CFormat.g(NullProportion.estimate(p, random), 6)).isEqualTo("0.588235");
        assertThat(CFormat.g(NullProportion.estimate(p, random), 6)).isEqualTo("0.592593");
        MersenneTwister third = new MersenneTwister();
        third.skip(2L * NullProportion.WORDS);
        assertThat(CFormat.g(NullProportion.estimate(p, third), 6)).isEqualTo("0.586538");
    }

    @Test
    void hundredValuesAreTooFewToEstimateFrom() {
        assertThat(NullProportion.estimate(new double[100], new MersenneTwister()))
                .isEqualTo(1);
        assertThat(NullProportion.estimate(new double[101], new MersenneTwister()))
                .isEqualTo(1);
    }

    @Test
    void qValuesNeverFallDownTheList() {
        assertThat(Ranking.qValues(new double[] {0.25, 0.25, 0.5, 1}, 1)).containsExactly(0.5, 0.5, 2.0 / 3, 1);
    }
}
