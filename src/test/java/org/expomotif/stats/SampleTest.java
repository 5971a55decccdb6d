package org.expomotif.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void theTwoDeviationsDifferInTheirDivisor() {
        Sample sample = Sample.of(DoubleStream.of(1, 2, 6));
        assertThat(sample.mean()).isEqualTo(3);
        assertThat(sample.populationDeviation()).isEqualTo(Math.sqrt(14 / 3.0));
        assertThat(sample.estimatedDeviation()).isEqualTo(Math.sqrt(7));
    }

    @Test
    void oneValueHasNoEstimatedDeviation() {
        Sample one = Sample.of(DoubleStream.of(5));
        assertThat(one.mean()).isEqualTo(5);
        assertThat(one.populationDeviation()).isZero();
        assertThat(one.estimatedDeviation()).isNaN();
        Sample two = Sample.of(DoubleStream.of(5, 7));
        assertThat(two.estimatedDeviation()).isEqualTo(Math.sqrt(2));
    }

    @Test
    void withoutValuesNothingIsDefined() {
        Sample none = Sample.of(DoubleStream.empty());
        assertThat(none.mean()).isNaN();
        assertThat(none.populationDeviation()).isNaN();
        assertThat(none.estimatedDeviation()).isNaN();
    }

    @Test
    void aNanCountsUnlessItIsLeftOut() {
        Sample all = Sample.of(DoubleStream.of(1, Double.NaN, 3));
        assertThat(all.mean()).isNaN();
        assertThat(all.populationDeviation()).isNaN();
        Sample defined = Sample.ofDefined(DoubleStream.of(1, Double.NaN, 3));
        assertThat(defined.mean()).isEqualTo(2);
        assertThat(defined.populationDeviation()).isEqualTo(1);
    }

    @Test
    void quantilesAreInterpolatedAsByNumpy() {
        Sample sample = Sample.of(DoubleStream.of(4, 1, 3, 2));
        assertThat(sample.quantile(0)).isEqualTo(1);
        assertThat(sample.quantile(0.25)).isEqualTo(1.75);
        assertThat(sample.quantile(0.5)).isEqualTo(2.5);
        assertThat(sample.quantile(1)).isEqualTo(4);
        assertThat(Sample.of(DoubleStream.empty()).quantile(0.5)).isNaN();
    }
}
