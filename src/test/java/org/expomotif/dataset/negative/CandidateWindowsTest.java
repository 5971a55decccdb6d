package org.expomotif.dataset.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.peak.IntervalIndex;
import org.junit.jupiter.api.Test;

class CandidateWindowsTest {
    private static final int LENGTH = 50;

    private static List<Integer> starts(String sequence, IntervalIndex excluded, int piece) {
        CandidateWindows windows = new CandidateWindows(LENGTH, 5, excluded);
        byte[] letters = sequence.getBytes(StandardCharsets.US_ASCII);
        windows.begin("a");
        for (int from = 0; from < letters.length; from += piece) {
            windows.letters(letters, from, Math.min(letters.length, from + piece));
        }
        CandidateWindows.OfSequence found = windows.found().get("a");
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            starts.add(found.start(i));
            byte[] window =
                    sequence.substring(found.start(i), found.start(i) + LENGTH).getBytes(StandardCharsets.US_ASCII);
            assertThat(found.point(i)).isEqualTo(Composition.point(Composition.count(window, 0, LENGTH), LENGTH));
        }
        return starts;
    }

    @Test
    void windowsLieSideBySideAndBeginAgainAfterAnExcludedInterval() {
        IntervalIndex excluded = new IntervalIndex();
        excluded.add("a", 120, 130, 0);
        excluded.add("a", 125, 145, 0);
        excluded.add("a", 190, 191, 0);
        excluded.add("a", 400, 900, 0);
        excluded.add("b", 0, 1000, 0);
        String sequence = "ACGTGcctaGTTA".repeat(40).substring(0, 460);
        for (int piece : new int[] {1, 7, 50, 1000}) {
            // 0 and 50; 145 would reach 195, so 191, 241, 291, 341; 391 would reach 441.
            assertThat(starts(sequence, excluded, piece)).containsExactly(0, 50, 191, 241, 291, 341);
        }
        assertThat(starts(sequence, new IntervalIndex(), 100))
                .containsExactly(0, 50, 100, 150, 200, 250, 300, 350, 400);
    }

    @Test
    void aWindowMayTouchAnExcludedInterval() {
        IntervalIndex excluded = new IntervalIndex();
        excluded.add("a", 100, 110, 0);
        assertThat(starts("ACGTG".repeat(40), excluded, 30)).containsExactly(0, 50, 110);
    }

    @Test
    void windowsWithManyUnknownBasesAreLeftOut() {
        String sequence = "A".repeat(50) + "N".repeat(5) + "C".repeat(45) + "N".repeat(6) + "G".repeat(100);
        assertThat(starts(sequence, new IntervalIndex(), 9)).containsExactly(0, 50, 150);
    }
}
