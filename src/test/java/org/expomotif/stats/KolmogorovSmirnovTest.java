package org.expomotif.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    @Test
    void theStatisticIsTheMaximumDifferenceOfTheDistributionFunctions() {
        // 1/4, 2/4, 4/4 against 0/2, 2/2, 2/2.
        assertThat(KolmogorovSmirnov.statistic(new long[] {1, 1, 2}, new long[] {0, 2, 0}))
                .isEqualTo(0.5);
        assertThat(KolmogorovSmirnov.statistic(new long[] {3, 0}, new long[] {0, 7}))
                .isEqualTo(1);
        assertThat(KolmogorovSmirnov.statistic(new long[] {1, 2, 3}, new long[] {10, 20, 30}))
                .isEqualTo(0, within(1e-15));
        assertThat(KolmogorovSmirnov.statistic(new long[] {1, 2}, new long[] {0, 0}))
                .isNaN();
    }

    /** Values of Kolmogorov's function: Q(1) = 0.2700, and Q(1.3581) = 0.05, Q(1.6276) = 0.01 (Smirnov's table). */
    @Test
    void thePValueOfLargeSamplesIsThatOfSmirnovsTable() {
        long n = 200_000_000;
        double root = Math.sqrt(n / 2.0);
        assertThat(KolmogorovSmirnov.pValue(1 / root, n, n)).isEqualTo(0.26999967, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(1.3581 / root, n, n)).isEqualTo(0.05, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(1.6276 / root, n, n)).isEqualTo(0.01, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(0, 10, 10)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.pValue(Double.NaN, 0, 10)).isNaN();
    }
}
