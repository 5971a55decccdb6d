package org.expomotif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Offset;
import org.expomotif.dna.Interval;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;

class LocalizationTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    @Test
    void greatestInsideEachRegionAgainstGreatestInsideEachGap() {
        double[] scores = {1, 9, 2, 3, 5, 4, 0, 8, 7};
        List<Interval> regions = List.of(new Interval("s", 1, 3), new Interval("s", 4, 6));
        // positives 9 and 5, negatives 1, 3 and 8: 5 is below 8, all other pairs are right
        assertThat(Localization.of(scores, regions)).isEqualTo(new Localization(2, 3, 5.0 / 6));
    }

    @Test
    void stretchesWithoutScoresDoNotCount() {
        double[] scores = {NONE, NONE, 4, 4, NONE, 4, NONE};
        List<Interval> regions = List.of(new Interval("s", 2, 4), new Interval("s", 6, 7));
        assertThat(Localization.of(scores, regions)).isEqualTo(new Localization(1, 1, 0.5));
        assertThat(Localization.of(scores, List.of(new Interval("s", 0, 7))).auroc())
                .isNaN();
    }

    @Test
    void aMotifScoresAtTheCentreOfItsWindowOnEitherStrand() {
        Motif motif = Motif.of("m", new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {.5, 0, .5, 0}});
        double[] both = ScoreProfile.ofMotifs(List.of(motif), true).of(bytes("ACGTNAC"));
        double[] one = ScoreProfile.ofMotifs(List.of(motif), false).of(bytes("ACGTNAC"));
        Offset<Double> near = Offset.offset(1e-3);
        assertThat(one[0]).isEqualTo(NONE);
        assertThat(one[1]).isCloseTo(5, near);
        assertThat(one[2]).isLessThan(-20);
        assertThat(both[2]).isCloseTo(5, near);
        assertThat(both).containsSubsequence(NONE, NONE, NONE, NONE);
    }

    @Test
    void theBestFilterCounts() {
        double[][][] kernels = {{{1, 2, 3, 4}}, {{4, 3, 2, 1}}};
        assertThat(ScoreProfile.ofFilters(kernels, new double[] {0, 0.5}).of(bytes("ACGT")))
                .containsExactly(4.5, 3.5, 3, 4);
    }

    private static byte[] bytes(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
