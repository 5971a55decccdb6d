package org.expomotif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.expomotif.dna.Interval;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;

class LocalizationTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    @Test
    void maximumInEachRegionAgainstMaximumInEachGap() {
        double[] scores = {1, 9, 2, 3, 5, 4, 0, 8, 7};
        LocalizationRegions regions = new LocalizationRegions(list(1, 3, 4, 6), list(0, 1, 3, 4, 6, 9));
        // positives 9 and 5, negatives 1, 3 and 8: 5 is below 8, all other pairs are right
        assertThat(Localization.of(scores, regions)).isEqualTo(new Localization(2, 3, 5.0 / 6));
    }

    @Test
    void regionsAndGapsWithoutScoresAreIgnored() {
        double[] scores = {NONE, NONE, 4, 4, NONE, 4, NONE};
        LocalizationRegions regions = new LocalizationRegions(list(2, 4, 6, 7), list(0, 2, 4, 6));
        assertThat(Localization.of(scores, regions)).isEqualTo(new Localization(1, 1, 0.5));
        assertThat(Localization.of(scores, new LocalizationRegions(list(0, 7), list()))
                        .auroc())
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

    @Test
    void regionsAreTenBasesLongerAndJoinedWhereTheyTouch() {
        assertThat(LocalizationRegions.Rule.APART.cut("s", informative(100, 12, 33, 34, 90)))
                .isEqualTo(new LocalizationRegions(list(2, 45, 80, 100), list(0, 2, 45, 80)));
        assertThat(LocalizationRegions.Rule.APART.cut("s", informative(9, 4)))
                .isEqualTo(new LocalizationRegions(list(0, 9), list()));
    }

    @Test
    void publishedRegionsExtendTooFarFromTheSecondOn() {
        // extended: 6-16, 26-36 and 56-66. The search for the end of the second region begins at 16 + 26, for that of
        // the third at 42 + 56
        assertThat(LocalizationRegions.Rule.PUBLISHED.cut("s", informative(100, 10, 30, 60)))
                .isEqualTo(new LocalizationRegions(list(6, 16, 26, 42, 56, 98), list(0, 6, 16, 26, 36, 62, 66, 100)));
        // a region at the end of the sequence has no end for the search and is not scored; the gap before it occurs
        // twice
        assertThat(LocalizationRegions.Rule.PUBLISHED.cut("s", informative(30, 26)))
                .isEqualTo(new LocalizationRegions(list(), list(0, 22, 0, 22)));
        // a sequence covered by motifs has no gap, one with uninformative motifs no region
        assertThat(LocalizationRegions.Rule.PUBLISHED.cut("s", informative(9, 4)))
                .isEqualTo(new LocalizationRegions(list(), list()));
        assertThat(LocalizationRegions.Rule.PUBLISHED.cut("s", informative(9)))
                .isEqualTo(new LocalizationRegions(list(), list(0, 9)));
    }

    private static boolean[] informative(int length, int... positions) {
        boolean[] mask = new boolean[length];
        for (int position : positions) {
            mask[position] = true;
        }
        return mask;
    }

    private static List<Interval> list(int... bounds) {
        return IntStream.range(0, bounds.length / 2)
                .mapToObj(i -> new Interval("s", bounds[2 * i], bounds[2 * i + 1]))
                .toList();
    }

    private static byte[] bytes(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
