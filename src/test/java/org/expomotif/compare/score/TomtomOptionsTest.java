package org.expomotif.compare.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.expomotif.motif.Background;
import org.junit.jupiter.api.Test;

class TomtomOptionsTest {
    @Test
    void oneChoiceIsChangedAtATime() {
        assertThat(TomtomOptions.DEFAULT
                        .with(ColumnDistance.LLR5)
                        .withComplete(false)
                        .withBothStrands(false)
                        .withPseudocount(0)
                        .withAlignment(3, true)
                        .withBackground(Background.UNIFORM)
                        .withScale(7, true)
                        .withExact(true))
                .isEqualTo(new TomtomOptions(
                        ColumnDistance.LLR5, false, false, 3, true, 0, Optional.of(Background.UNIFORM), 7, true, true));
        assertThat(TomtomOptions.DEFAULT.withComplete(true)).isEqualTo(TomtomOptions.DEFAULT);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        TomtomOptions options = TomtomOptions.DEFAULT;
        refused(() -> options.withAlignment(0, false), "the minimum overlap is below 1: 0");
        refused(() -> options.withPseudocount(-0.1), "the pseudocount is not a number of 0 or more: -0.1");
        refused(() -> options.withPseudocount(Double.NaN), "the pseudocount is not a number of 0 or more: NaN");
        refused(
                () -> options.withPseudocount(Double.POSITIVE_INFINITY),
                "the pseudocount is not a number of 0 or more: Infinity");
        refused(() -> options.withScale(1, false), "the number of bins is not from 2 to 10000: 1");
        refused(() -> options.withScale(10_001, false), "the number of bins is not from 2 to 10000: 10001");
        assertThat(options.withScale(2, false).bins()).isEqualTo(2);
        assertThat(options.withScale(10_000, false).bins()).isEqualTo(10_000);
    }

    private static void refused(Runnable change, String message) {
        assertThatThrownBy(change::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** All offsets whose overlap is large enough, the largest overlaps first, then the smallest offsets. */
    @Test
    void offsetsAreInTheOrderInWhichTheyWin() {
        for (int query = 1; query <= 5; query++) {
            for (int width = 1; width <= 7; width++) {
                for (int minimum = 1; minimum <= 6; minimum++) {
                    int q = query;
                    int w = width;
                    int least = Math.min(minimum, Math.min(q, w));
                    int shorter = Math.min(q, w);
                    assertThat(Diagonals.offsets(q, w, TomtomOptions.DEFAULT.withAlignment(minimum, false)))
                            .containsExactly(expected(q, w, least));
                    assertThat(Diagonals.offsets(q, w, TomtomOptions.DEFAULT.withAlignment(minimum, true)))
                            .containsExactly(expected(q, w, shorter));
                }
            }
        }
        assertThat(Diagonals.firstAligned(-3)).isEqualTo(3);
        assertThat(Diagonals.firstAligned(2)).isZero();
    }

    private static int[] expected(int query, int width, int least) {
        List<int[]> found = new ArrayList<>();
        for (int offset = 1 - query; offset < width; offset++) {
            int d = offset;
            int overlap = (int) IntStream.range(0, query)
                    .filter(i -> i + d >= 0 && i + d < width)
                    .count();
            if (overlap >= least) {
                found.add(new int[] {-overlap, offset});
            }
        }
        found.sort(Arrays::compare);
        return found.stream().mapToInt(one -> one[1]).toArray();
    }

    @Test
    void radixSortIsStable() {
        Random random = new Random(3);
        for (int bits : new int[] {1, 3, 11, 12, 30, 63}) {
            for (int count : new int[] {0, 1, 2, 300}) {
                long[] keys =
                        random.longs(count).map(key -> key >>> (64 - bits)).toArray();
                int[] indices =
                        IntStream.range(0, count).map(i -> count - 1 - i).toArray();
                int[] before = indices.clone();
                int[] expected = Arrays.stream(indices)
                        .boxed()
                        .sorted((a, b) -> Long.compare(keys[a], keys[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                assertThat(RadixSort.byKeys(indices, keys)).isEqualTo(expected);
                assertThat(indices).isEqualTo(before);
            }
        }
    }
}
