package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.expomotif.io.table.CFormat;
import org.expomotif.stats.MersenneTwister;
import org.expomotif.stats.NullProportion;
import org.junit.jupiter.api.Test;

class NullProportionTest {
    @Test
    void generatorEqualsMt19937WithItsSeedingOf1998() {
        MersenneTwister random = new MersenneTwister();
        assertThat(random.nextWord()).isEqualTo(3510405877L);
        assertThat(random.nextWord()).isEqualTo(4290933890L);
        assertThat(random.nextWord()).isEqualTo(2191955339L);
    }

    @Test
    void skippingEqualsDrawing() {
        for (int words : new int[] {0, 1, 623, 624, 625, 1248, 200_000}) {
            MersenneTwister drawn = new MersenneTwister();
            MersenneTwister skipped = new MersenneTwister();
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
        assertThat(CFormat.g(NullProportion.estimate(p, draws(200, random)), 6)).isEqualTo("0.588235");
        assertThat(CFormat.g(NullProportion.estimate(p, draws(200, random)), 6)).isEqualTo("0.592593");
        MersenneTwister third = new MersenneTwister();
        third.skip(2L * NullProportion.WORDS);
        assertThat(CFormat.g(NullProportion.estimate(p, draws(200, third)), 6)).isEqualTo("0.586538");
    }

    @Test
    void aHundredValuesGiveNoEstimate() {
        assertThat(NullProportion.estimate(new double[100], new int[0])).isEqualTo(1);
        assertThat(NullProportion.estimate(new double[101], draws(101, new MersenneTwister())))
                .isEqualTo(1);
    }

    /** Every query has the draws that follow those of all queries before it, whichever queries are selected. */
    @Test
    void everyQueryHasItsOwnDraws() {
        MersenneTwister random = new MersenneTwister();
        List<int[]> expected = List.of(draws(300, random), draws(300, random), draws(300, random));
        for (IntPredicate wanted : List.<IntPredicate>of(k -> true, k -> k == 2, k -> k != 1)) {
            QueryQueue queue = new QueryQueue(3, 300, wanted);
            int[] draws = new int[NullProportion.DRAWS];
            int taken = 0;
            for (int query = queue.take(draws); query >= 0; query = queue.take(draws)) {
                assertThat(draws).isEqualTo(expected.get(query));
                taken++;
            }
            assertThat(taken).isEqualTo(IntStream.range(0, 3).filter(wanted).count());
        }
    }

    private static int[] draws(int n, MersenneTwister random) {
        int[] draws = new int[NullProportion.DRAWS];
        random.nextIndices(n, draws);
        return draws;
    }

    @Test
    void qValuesNeverDecreaseDownTheList() {
        assertThat(Ranking.qValues(new double[] {0.25, 0.25, 0.5, 1}, 1)).containsExactly(0.5, 0.5, 2.0 / 3, 1);
    }
}
