package org.expomotif.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowAlignerTest {
    private final WindowAligner aligner = new WindowAligner(false);

    /** A window of letters with one weight each. */
    private static SeqletWindow window(String letters, float... weights) {
        byte[] codes = new byte[letters.length()];
        for (int i = 0; i < codes.length; i++) {
            int code = "ACGT".indexOf(letters.charAt(i));
            codes[i] = (byte) (code < 0 ? 4 : code);
        }
        return SeqletWindow.of(codes, weights);
    }

    private static float[] ones(int n) {
        float[] weights = new float[n];
        Arrays.fill(weights, 1);
        return weights;
    }

    @Test
    void equalWindowsAreSimilarBy1() {
        SeqletWindow window = window("ACGTA", 1, 2, 3, 4, 5);
        assertThat(aligner.similarity(window, window)).isEqualTo(1);
    }

    @Test
    void weightsInCommonAreDividedByTheLargerOnes() {
        SeqletWindow first = window("ACGT", 1, 1, 1, 0.5f);
        SeqletWindow second = window("ACTT", 1, 0.5f, 1, 1);
        // In common 1 + 0.5 + 0 + 0.5 of 3.5 and 3.5.
        assertThat(aligner.similarity(first, second)).isCloseTo(2 / (3.5 + 3.5 - 2), within(1e-6));
        assertThat(aligner.similarity(second, first)).isCloseTo(2 / 5.0, within(1e-6));
    }

    @Test
    void anOffsetIsFound() {
        SeqletWindow first = window("GGACGTGA", ones(8));
        SeqletWindow second = window("TACGTGT", ones(7));
        WindowAlignment alignment = aligner.align(first, second, second.reverseComplement());
        assertThat(alignment.offset()).isEqualTo(1);
        assertThat(alignment.reverse()).isFalse();
        assertThat(aligner.align(second, first, first.reverseComplement()).offset())
                .isEqualTo(-1);
        // Five bases in common; of the longer window the seven opposite the shorter one count.
        assertThat(alignment.similarity()).isCloseTo(5 / (7.0 + 7 - 5), within(1e-6));
    }

    @Test
    void theOtherStrandIsFound() {
        SeqletWindow first = window("TGACGCAA", ones(8));
        SeqletWindow second = window("TTGCGTCA", ones(8));
        WindowAlignment alignment = aligner.align(first, second, second.reverseComplement());
        assertThat(alignment.reverse()).isTrue();
        assertThat(alignment.similarity()).isEqualTo(1);
        assertThat(aligner.similarity(first, second, second.reverseComplement()))
                .isEqualTo(1);
        WindowAligner stranded = new WindowAligner(true);
        assertThat(stranded.align(first, second, second.reverseComplement()).reverse())
                .isFalse();
        assertThat(stranded.similarity(first, second, second.reverseComplement()))
                .isLessThan(1);
    }

    @Test
    void ofALongerWindowOnlyThePartOppositeCounts() {
        SeqletWindow site = window("CACGTG", ones(6));
        SeqletWindow two = window("CACGTGTTTTTTTTTTGGGGGG", ones(22));
        assertThat(aligner.similarity(site, two)).isEqualTo(1);
        assertThat(aligner.similarity(two, site)).isEqualTo(1);
    }

    @Test
    void threeBasesAtTheEndsAreNoAlignment() {
        assertThat(aligner.similarity(window("ATTACG", ones(6)), window("ACGCCC", ones(6))))
                .as("ACG at the end of one and at the start of the other")
                .isLessThan(3 / 9.0);
    }

    @Test
    void nothingInCommonIs0() {
        assertThat(aligner.similarity(window("AAAA", ones(4)), window("CCCC", ones(4))))
                .isZero();
        assertThat(aligner.similarity(window("NNNN", ones(4)), window("NNNN", ones(4))))
                .isZero();
    }

    @Test
    void aWindowHasTheContributionsOfItsSign() {
        byte[] codes = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1};
        float[] map = {9, 9, 1, 2, -4, 8, 1, 9, 9, 9};
        SeqletWindow positive = SeqletWindow.of(codes, map, 4, 6, 1);
        assertThat(positive.length()).isEqualTo(8);
        assertThat(positive.byLetter()[3]).as("of the other sign").containsExactly(0, 0, 0, 0);
        assertThat(positive.byLetter()[4][1]).isEqualTo(8 / 9f);
        SeqletWindow negative = SeqletWindow.of(codes, map, 4, 6, -1);
        assertThat(negative.total()).isEqualTo(1);
        assertThat(SeqletWindow.of(codes, map, 0, 2, 1).length())
                .as("at the start")
                .isEqualTo(5);
        assertThat(SeqletWindow.of(codes, map, 8, 10, 1).length())
                .as("at the end")
                .isEqualTo(5);
    }

    @Test
    void aPermutedWindowHasTheSameBasesElsewhere() {
        SeqletWindow window = window("ACGTACGTACGTACGT", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        SeqletWindow permuted = window.permuted(new SplittableRandom(1));
        assertThat(permuted.total()).isCloseTo(window.total(), within(1e-6));
        assertThat(permuted.weights()).isEqualTo(window.weights());
        assertThat(permuted.places()).isNotEqualTo(window.places());
        assertThat(permuted.places()).containsExactlyInAnyOrder(window.places());
        assertThat(aligner.similarity(window, permuted)).isLessThan(1);
    }
}
