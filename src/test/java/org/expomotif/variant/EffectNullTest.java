package org.expomotif.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.expomotif.variant.allele.Change;
import org.junit.jupiter.api.Test;

class EffectNullTest {
    private static EffectNull of(double[] nulls, double[] observed) {
        EffectNull found = new EffectNull();
        Arrays.stream(nulls).forEach(effect -> found.addNull(Change.Kind.SNV, effect));
        Arrays.stream(observed).forEach(effect -> found.addObserved(Change.Kind.SNV, effect));
        found.finish();
        return found;
    }

    @Test
    void pIsTheShareOfNullEffectsThatAreAtLeastAsLarge() {
        EffectNull found = of(new double[] {-3, 1, 2, -0.5}, new double[] {2.5, -1, 10, 0});

        assertThat(found.p(Change.Kind.SNV, 2.5)).isEqualTo(2 / 5.0);
        assertThat(found.p(Change.Kind.SNV, -2.5)).isEqualTo(2 / 5.0);
        assertThat(found.p(Change.Kind.SNV, -1)).isEqualTo(4 / 5.0);
        assertThat(found.p(Change.Kind.SNV, 10)).isEqualTo(1 / 5.0);
        assertThat(found.p(Change.Kind.SNV, 0)).isEqualTo(1);
    }

    @Test
    void qIsThatOfBenjaminiAndHochberg() {
        double[] nulls = new double[99];
        Arrays.setAll(nulls, i -> i + 1);
        EffectNull found = of(nulls, new double[] {100, 98.5, 50.5, 50.5, 0.5});

        assertThat(found.p(Change.Kind.SNV, 100)).isEqualTo(0.01);
        assertThat(found.p(Change.Kind.SNV, 98.5)).isEqualTo(0.02);
        assertThat(found.q(Change.Kind.SNV, 100)).isCloseTo(0.05, within(1e-12));
        assertThat(found.q(Change.Kind.SNV, 98.5)).isCloseTo(0.05, within(1e-12));
        assertThat(found.q(Change.Kind.SNV, 50.5)).isCloseTo(0.5 * 5 / 4, within(1e-12));
        assertThat(found.q(Change.Kind.SNV, 0.5)).isEqualTo(1);
    }

    @Test
    void kindsHaveNullsOfTheirOwnAndQValuesInCommon() {
        EffectNull found = new EffectNull();
        for (int i = 0; i < 9; i++) {
            found.addNull(Change.Kind.SNV, 1);
            found.addNull(Change.Kind.INDEL, 5);
        }
        found.addObserved(Change.Kind.SNV, 3);
        found.addObserved(Change.Kind.INDEL, 3);
        found.finish();

        assertThat(found.p(Change.Kind.SNV, 3)).isEqualTo(0.1);
        assertThat(found.p(Change.Kind.INDEL, 3)).isEqualTo(1);
        assertThat(found.q(Change.Kind.SNV, 3)).isCloseTo(0.2, within(1e-12));
        assertThat(found.q(Change.Kind.INDEL, 3)).isEqualTo(1);
    }

    /**
     * Against counting every effect: the bins change a p-value by at most the effects within 0.4%, and upwards only.
     */
    @Test
    void binsMakePHigherByLittle() {
        RandomGenerator random = new SplittableRandom(1);
        double[] nulls = random.doubles(20_000)
                .map(u -> Math.log(u) * (u < 0.5 ? 1 : -1))
                .toArray();
        double[] observed = random.doubles(500).map(u -> 3 * u).toArray();
        EffectNull found = of(nulls, observed);

        for (double effect : observed) {
            long above = Arrays.stream(nulls).filter(x -> Math.abs(x) >= effect).count();
            long near = Arrays.stream(nulls)
                    .filter(x -> Math.abs(x) >= effect * 0.996)
                    .count();
            assertThat(found.p(Change.Kind.SNV, effect) * 20_001).isBetween(1.0 + above - 1e-6, 1.0 + near + 1e-6);
        }
    }

    @Test
    void effectsBeyondTheBinsAreCounted() {
        EffectNull found = of(new double[] {0, 1e-30, 1e30}, new double[] {1e-20, 1e12, Double.MAX_VALUE});

        assertThat(found.p(Change.Kind.SNV, 1e-20)).isEqualTo(1);
        assertThat(found.p(Change.Kind.SNV, Double.MAX_VALUE)).isEqualTo(0.5);
        assertThat(found.nullCount(Change.Kind.SNV)).isEqualTo(3);
    }
}
