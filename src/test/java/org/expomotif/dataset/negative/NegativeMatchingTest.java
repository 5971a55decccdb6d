package org.expomotif.dataset.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.expomotif.dataset.composition.Composition;
import org.junit.jupiter.api.Test;

class NegativeMatchingTest {
    /** A point, by hundredths. */
    private static int point(int gc, int repeats) {
        return 2 * gc * Composition.VALUES + 2 * repeats;
    }

    private static int[] windows(int... hundredths) {
        return IntStream.range(0, hundredths.length / 2)
                .map(i -> point(hundredths[2 * i], hundredths[2 * i + 1]))
                .toArray();
    }

    private static char[] candidates(int... hundredths) {
        int[] points = windows(hundredths);
        char[] made = new char[points.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = (char) points[i];
        }
        return made;
    }

    @Test
    void candidatesOfTheSameBinAreDrawn() {
        // Candidate 2 agrees in GC content alone, candidate 3 in the repeat fraction alone.
        NegativeMatching.Result result =
                NegativeMatching.match(windows(40, 10, 60, 50), 1, candidates(60, 50, 40, 10, 40, 50, 60, 10), 1);
        assertThat(result.drawn()).containsExactly(0, 1);
        assertThat(result.exact()).isEqualTo(2);
        assertThat(result.shortfalls()).isEmpty();
    }

    @Test
    void binsAreTwoHundredthsWideAroundTheirCentres() {
        // 0.395 is in the bin of 0.40, 0.385 in that of 0.38.
        int[] window = {point(40, 0)};
        char in = (char) (79 * Composition.VALUES);
        char out = (char) (77 * Composition.VALUES);
        assertThat(NegativeMatching.match(window, 1, new char[] {out, in}, 1).drawn())
                .containsExactly(1);
        assertThat(NegativeMatching.match(window, 1, new char[] {out}, 1).near())
                .isEqualTo(1);
    }

    @Test
    void theNearestAreTakenWhereCandidatesAreShort() {
        NegativeMatching.Result result = NegativeMatching.match(
                windows(40, 10, 40, 10, 40, 10), 1, candidates(40, 10, 48, 10, 40, 14, 42, 12, 90, 90), 1);
        // Distances in bins: 0, 4, 2, 2, 65.
        assertThat(result.drawn()).containsExactly(0, 2, 3);
        assertThat(result.shortfalls()).containsExactly(new NegativeMatching.Shortfall(0.4, 0.1, 3, 1, 2, 0, 0.04));
    }

    @Test
    void aBinDoesNotGiveAwayWhatItNeeds() {
        // The first window has no candidate; the only one next to it belongs to the second window.
        NegativeMatching.Result result =
                NegativeMatching.match(windows(40, 10, 42, 10), 1, candidates(42, 10, 60, 10), 1);
        assertThat(result.drawn()).containsExactly(0, 1);
        assertThat(result.shortfalls()).containsExactly(new NegativeMatching.Shortfall(0.4, 0.1, 1, 0, 1, 0, 0.2));
    }

    /** The case in which a search that walks at random for an unused candidate never ends. */
    @Test
    void itEndsWithACountWhenNoCandidateIsLeft() {
        int[] many = new int[100];
        Arrays.fill(many, point(50, 0));
        NegativeMatching.Result result = NegativeMatching.match(many, 2, candidates(50, 0, 10, 100, 52, 0), 1);
        assertThat(result.drawn()).containsExactly(0, 1, 2);
        assertThat(result.needed()).isEqualTo(200);
        assertThat(result.missing()).isEqualTo(197);
        assertThat(result.shortfalls()).containsExactly(new NegativeMatching.Shortfall(0.5, 0, 200, 1, 2, 197, 1.4));
        assertThat(NegativeMatching.match(many, 1, new char[0], 1).missing()).isEqualTo(100);
    }

    @Test
    void theRatioIsKeptInSumAndInEachBin() {
        int[] windows = windows(40, 10, 40, 10, 40, 10, 60, 10, 60, 10);
        char[] all = new char[200];
        for (int i = 0; i < all.length; i++) {
            all[i] = (char) point(i < 100 ? 40 : 60, 10);
        }
        // 1.5 * 5 = 7.5 is 8 in all: 4.5 in the first bin, which gets the rest as the first of equals, and 3.
        NegativeMatching.Result result = NegativeMatching.match(windows, 1.5, all, 3);
        assertThat(result.needed()).isEqualTo(8);
        assertThat(Arrays.stream(result.drawn()).filter(i -> i < 100)).hasSize(5);
    }

    @Test
    void everyCandidateOfABinIsDrawnEquallyOften() {
        int[] window = {point(40, 10), point(40, 10), point(40, 10)};
        char[] all = new char[10];
        Arrays.fill(all, (char) point(40, 10));
        int[] counts = new int[10];
        for (int seed = 0; seed < 10_000; seed++) {
            int[] drawn = NegativeMatching.match(window, 1, all, seed).drawn();
            assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
            for (int i : drawn) {
                counts[i]++;
            }
        }
        // 3,000 each; the standard deviation is 46.
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(2770, 3230));
        assertThat(NegativeMatching.match(window, 1, all, 5).drawn())
                .isEqualTo(NegativeMatching.match(window, 1, all, 5).drawn());
    }
}
