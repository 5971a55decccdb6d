package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.expomotif.scan.level.PValueLevels;
import org.junit.jupiter.api.Test;

class HitCountsTest {
    private static final int DRAWS = 1000;

    /** The error of each level by its definition: the expectation over all bootstraps of 1,000 p-values. */
    @Test
    void theNullProportionIsThatOfTheLevelWhoseBootstrapsAreNearestToTheMinimum() {
        Random random = new Random(5);
        for (int round = 0; round < 12; round++) {
            double power = 1 + round / 4.0;
            double[] pValues = random.doubles(200 + 400L * round)
                    .map(p -> Math.pow(p, power))
                    .toArray();
            double[] share = new double[PValueLevels.COUNT + 1];
            long[] windows = new long[PValueLevels.COUNT + 1];
            double minimum = Double.POSITIVE_INFINITY;
            for (int i = 1; i <= PValueLevels.COUNT; i++) {
                double level = i / 200.0;
                share[i] = Arrays.stream(pValues).filter(p -> p >= level).count() / (double) pValues.length;
                minimum = Math.min(minimum, share[i] / (1 - level));
            }
            for (double p : pValues) {
                windows[(int) Math.min(PValueLevels.COUNT, Math.floor(200 * p))]++;
            }
            double best = 0;
            double minimumError = Double.POSITIVE_INFINITY;
            for (int i = 1; i <= PValueLevels.COUNT; i++) {
                double error = meanError(share[i], 1 - i / 200.0, minimum);
                if (error < minimumError) {
                    minimumError = error;
                    best = share[i] / (1 - i / 200.0);
                }
            }
            assertThat(new HitCounts(windows, new TreeMap<>()).nullProportion())
                    .as("power %s", power)
                    .isCloseTo(Math.min(1, best), within(1e-12));
        }
    }

    private static double meanError(double share, double rest, double minimum) {
        double mean = 0;
        double ways = 0;
        for (int k = 0; k <= DRAWS; k++) {
            double chance = Math.exp(ways + k * Math.log(share) + (DRAWS - k) * Math.log1p(-share));
            double z = k / (DRAWS * rest);
            mean += chance * (z - minimum) * (z - minimum);
            ways += Math.log((DRAWS - k) / (k + 1.0));
        }
        return mean;
    }

    @Test
    void allOfFewWindowsFollowTheNull() {
        long[] windows = new long[PValueLevels.COUNT + 1];
        windows[0] = 60;
        windows[PValueLevels.COUNT] = 40;
        assertThat(new HitCounts(windows, new TreeMap<>()).nullProportion()).isEqualTo(1);
        windows[PValueLevels.COUNT] = 41;
        assertThat(new HitCounts(windows, new TreeMap<>()).nullProportion()).isLessThan(0.9);
    }

    /**
     * Of the windows, a tenth reaches the last level, 0.5, and all reach those before, whose proportions are above 1.
     */
    @Test
    void theLastLevelMayHaveTheMinimum() {
        long[] windows = new long[PValueLevels.COUNT + 1];
        windows[PValueLevels.COUNT - 1] = 900;
        windows[PValueLevels.COUNT] = 100;
        assertThat(new HitCounts(windows, new TreeMap<>()).nullProportion()).isCloseTo(0.2, within(1e-12));
    }
}
