package org.expomotif.dataset.peak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalIndexTest {
    @Test
    void findsWhatATrialOfAllIntervalsFinds() {
        Random random = new Random(4);
        int n = 200;
        int[] starts = random.ints(n, -20, 500).toArray();
        int[] lengths = random.ints(n, 1, 40).toArray();
        lengths[7] = 300;
        IntervalIndex index = new IntervalIndex();
        for (int i = 0; i < n; i += 2) {
            index.add("a", starts[i], starts[i] + lengths[i], i);
        }
        for (int start = -30; start < 600; start++) {
            for (int length = 1; length < 30; length += 7) {
                boolean any = false;
                for (int i = 0; i < n; i += 2) {
                    any |= starts[i] < start + length && starts[i] + lengths[i] > start;
                }
                assertThat(index.overlap("a", start, start + length).isPresent())
                        .isEqualTo(any);
            }
        }
        assertThat(index.overlap("b", 0, 1000)).isEmpty();
    }

    @Test
    void touchingIsNotOverlapping() {
        IntervalIndex index = new IntervalIndex();
        index.add("a", 10, 20, 5);
        assertThat(index.overlap("a", 0, 10)).isEmpty();
        assertThat(index.overlap("a", 20, 30)).isEmpty();
        assertThat(index.overlap("a", 19, 30)).hasValue(5);
        assertThat(index.covers("a", 10)).isTrue();
        assertThat(index.covers("a", 20)).isFalse();
        index.add("a", 25, 30, 6);
        assertThat(index.overlap("a", 20, 30)).hasValue(6);
    }

    @Test
    void theUnionJoinsIntervalsThatTouch() {
        IntervalIndex index = new IntervalIndex();
        index.add("a", 30, 40, 0);
        index.add("a", 0, 10, 0);
        index.add("a", 10, 15, 0);
        index.add("a", 2, 5, 0);
        assertThat(index.union("a")).containsExactly(0, 15, 30, 40);
        assertThat(index.union("b")).isEmpty();
    }
}
