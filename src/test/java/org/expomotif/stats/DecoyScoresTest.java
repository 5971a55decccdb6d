package org.expomotif.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecoyScoresTest {
    private static final DecoyScores DECOYS =
            new DecoyScores(List.of(new double[] {1, 5}, new double[] {}, new double[] {2, 2}, new double[] {0.5}));

    @Test
    void pCountsSequences() {
        assertThat(DECOYS.p(6)).isCloseTo(1.0 / 5, within(1e-12));
        assertThat(DECOYS.p(5)).isCloseTo(2.0 / 5, within(1e-12));
        assertThat(DECOYS.p(2)).isCloseTo(3.0 / 5, within(1e-12));
        assertThat(DECOYS.p(0)).isCloseTo(4.0 / 5, within(1e-12));
    }

    /** Half as many sequences as decoys have. From the top: 1 x 0.5 / 2 of ties, 2 x 0.5 / 3, (4 + 1) x 0.5 / 4. */
    @Test
    void qIsTheLowestRateThatIncludesTheScore() {
        assertThat(DECOYS.qValues(new double[] {1, 6, 3, 6}, 2))
                .containsExactly(new double[] {0.625, 0.25, 1.0 / 3, 0.25}, within(1e-12));
        assertThat(DECOYS.qValues(new double[] {0.1}, 400)).containsExactly(1);
        assertThat(DECOYS.qValues(new double[] {}, 2)).isEmpty();
    }
}
