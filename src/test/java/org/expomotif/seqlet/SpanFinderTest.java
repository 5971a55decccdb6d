package org.expomotif.seqlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpanFinderTest {
    private static List<Span> spans(int minimum, int maximum, double offset, float... scores) {
        return new SpanFinder(minimum, maximum, offset).spans(scores);
    }

    @Test
    void growsOverBasesAboveTheOffset() {
        assertThat(spans(2, 10, 1, 0, 0.5f, 3, 2, -0.5f, 4, 0.5f, 0)).containsExactly(new Span(2, 6, 8.5, 4.5));
    }

    @Test
    void findsBothSignsAndDoesNotOverlap() {
        assertThat(spans(2, 10, 1, 3, 3, -2, -2, 4, 4))
                .containsExactly(new Span(0, 2, 6, 4), new Span(2, 4, -4, 2), new Span(4, 6, 8, 6));
    }

    @Test
    void reachesTheFirstAndTheLastBase() {
        assertThat(spans(3, 3, 0, 5, 5, 5, 0, 0, 0, 7, 7, 7))
                .extracting(Span::start, Span::end)
                .contains(tuple(0, 3), tuple(6, 9));
    }

    @Test
    void keepsTheMinimumAndTheMaximumLength() {
        assertThat(spans(4, 5, 1, 0, 0, 9, 0, 0))
                .extracting(span -> span.end() - span.start())
                .containsExactly(4);
        assertThat(spans(1, 3, 0.5, 2, 2, 2, 2, 2, 2, 2))
                .extracting(span -> span.end() - span.start())
                .allMatch(length -> length <= 3)
                .contains(3);
    }

    @Test
    void aMapBelowTheOffsetHasNoSpan() {
        assertThat(spans(4, 30, 1, 1, 1, 1, 1, 1, 1)).isEmpty();
        assertThat(spans(4, 30, 0, 0, 0, 0, 0, 0, 0)).isEmpty();
        assertThat(spans(4, 30, 0, 1, 1, 1)).isEmpty();
        assertThat(spans(4, 30, 0)).isEmpty();
    }

    @Test
    void ofEqualExcessTakesThePositiveSpanAndTheOneThatEndsFirst() {
        assertThat(spans(2, 2, 0.5, -1, -1, 1, 1, 1)).first().isEqualTo(new Span(0, 2, -2, 1));
        assertThat(spans(2, 2, 0.5, 1, 1, 1)).containsExactly(new Span(0, 2, 2, 1));
        // The span over both signs' border is taken for the positive sign only.
        assertThat(spans(2, 3, 0, 1, 1, -1, -1)).containsExactly(new Span(0, 2, 2, 2), new Span(2, 4, -2, 2));
    }

    /** The spans are those of trying every stretch, taking the best one and going on beside it. */
    @Test
    void equalsTryingEveryStretch() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            float[] scores = new float[random.nextInt(0, 60)];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextInt(-8, 9) / 4f;
            }
            int minimum = random.nextInt(1, 6);
            int maximum = minimum + random.nextInt(0, 12);
            double offset = random.nextInt(0, 4) / 4.0;
            List<Span> tried = new ArrayList<>();
            everyStretch(scores, 0, scores.length, minimum, maximum, offset, tried);
            assertThat(spans(minimum, maximum, offset, scores))
                    .as("round %d", round)
                    .isEqualTo(tried);
        }
    }

    private static void everyStretch(
            float[] scores, int from, int to, int minimum, int maximum, double offset, List<Span> found) {
        Span best = new Span(0, 0, 0, 0);
        for (int sign : new int[] {1, -1}) {
            for (int end = from + minimum; end <= to; end++) {
                for (int start = Math.max(from, end - maximum); start <= end - minimum; start++) {
                    double sum = 0;
                    for (int i = start; i < end; i++) {
                        sum += scores[i];
                    }
                    double excess = sign * sum - offset * (end - start);
                    if (excess > best.excess()) {
                        best = new Span(start, end, sum, excess);
                    }
                }
            }
        }
        if (best.excess() > 0) {
            everyStretch(scores, from, best.start(), minimum, maximum, offset, found);
            found.add(best);
            everyStretch(scores, best.end(), to, minimum, maximum, offset, found);
        }
    }

    @Test
    void refusesLengthsAndOffsetsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpanFinder(0, 3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpanFinder(4, 3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpanFinder(4, 5, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpanFinder(4, 5, Double.NaN));
    }
}
