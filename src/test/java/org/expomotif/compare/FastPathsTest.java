package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.expomotif.compare.score.DensityConvolution;
import org.expomotif.compare.score.MedianFinder;
import org.expomotif.compare.score.QueryScores;
import org.expomotif.compare.score.RadixSort;
import org.expomotif.compare.score.ScoreDensity;
import org.expomotif.stats.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each optimized computation against a plain one. */
class FastPathsTest {
    private final SplittableRandom random = new SplittableRandom(3);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 101, 1758, 999_983, 1 << 20})
    void drawsOfAnArrayEqualSingleDraws(int n) {
        MersenneTwister many = new MersenneTwister();
        MersenneTwister single = new MersenneTwister();
        many.nextWord();
        single.nextWord();
        for (int size : new int[] {1, 1000, 311, 200_000}) {
            int[] indices = new int[size];
            many.nextIndices(n, indices);
            assertThat(indices)
                    .isEqualTo(IntStream.range(0, size)
                            .map(i -> single.nextIndex(n))
                            .toArray());
        }
        assertThat(many.nextWord()).isEqualTo(single.nextWord());
    }

    @Test
    void radixSortIsStable() {
        long[] keys = random.longs(3000, 0, Long.MAX_VALUE)
                .map(k -> k % 700 * 0x1_0000_0001L)
                .toArray();
        int[] indices =
                IntStream.range(0, keys.length).map(i -> keys.length - 1 - i).toArray();
        assertThat(RadixSort.byKeys(indices, keys))
                .containsExactly(Arrays.stream(indices)
                        .boxed()
                        .sorted(Comparator.comparingLong(i -> keys[i]))
                        .mapToInt(Integer::intValue)
                        .toArray());
        assertThat(indices[0]).isEqualTo(keys.length - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 1000, 1001, 1002})
    void medianEqualsThatOfTheSortedValues(int n) {
        double[] values = random.doubles(n)
                .map(x -> n % 2 == 0 ? x * x : Math.rint(3 * x))
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double expected = (sorted[Math.max(1, n / 2) - 1] + sorted[(n + 1) / 2 - 1]) / 2;
        assertThat(new MedianFinder().median(values, sorted[0], sorted[n - 1])).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 1000, 1001})
    void extremesAreFoundAtEveryIndex(int n) {
        double[] extremes = new double[2];
        for (int place = 0; place < n; place++) {
            double[] values = new double[n];
            values[place] = -1;
            values[(place + 1) % n] += 2;
            QueryScores.extremes(values, extremes);
            Arrays.sort(values);
            assertThat(extremes).containsExactly(values[0], values[n - 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 50})
    void convolutionEqualsSumsOfSingleProducts(int n) {
        DensityConvolution convolution = new DensityConvolution();
        for (int m : new int[] {60, 1, 2, 3, 4, 7}) {
            double[] first = random.doubles(n).toArray();
            double[] second = random.doubles(m).toArray();
            double[] expected = new double[n + m - 1];
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < m; y++) {
                    expected[x + y] += first[x] * second[y];
                }
            }
            ScoreDensity sum = convolution.sum(new ScoreDensity(2, first), new ScoreDensity(5, second));
            assertThat(sum.lowest()).isEqualTo(7);
            assertThat(sum.probabilities()).containsExactly(expected, within(1e-13));
        }
    }
}
