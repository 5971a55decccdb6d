package org.expomotif.seqlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SeqletSearchTest {
    private static final int LENGTH = 200;

    private static SeqletSearch search(double offset) {
        return new SeqletSearch(new SpanFinder(2, 30, offset));
    }

    /** A map whose only span is of two bases, with the given excess at an offset of 0. */
    private static float[] withSpan(float excess) {
        return new float[] {0, 0, excess / 2, excess / 2, 0, 0};
    }

    private static List<Seqlet> found(List<float[]> maps, List<float[]> nullMaps) {
        return search(0).against(maps, nullMaps).seqlets();
    }

    @Test
    void pValuesCountNullMaps() {
        List<Seqlet> seqlets =
                found(List.of(withSpan(4), withSpan(-4)), List.of(withSpan(5), withSpan(4), withSpan(3), withSpan(-5)));
        assertThat(seqlets).extracting(Seqlet::sequence).containsExactly(0, 1);
        assertThat(seqlets.get(0).p()).isCloseTo(3.0 / 5, within(1e-12));
        assertThat(seqlets.get(1).p()).isCloseTo(2.0 / 5, within(1e-12));
    }

    @Test
    void twoSpansOfOneNullMapCountOnceInThePValue() {
        List<float[]> twice = List.of(new float[] {3, 3, -1, -1, 3, 3}, withSpan(0));
        assertThat(found(List.of(withSpan(6)), twice).getFirst().p()).isCloseTo(2.0 / 3, within(1e-12));
    }

    /** At an excess of 4, two spans against one of the null, of half as many maps: (1 + 1) x 2 / 2, at most 1. */
    @Test
    void qValuesAreTheSmallestRateWithTheOne() {
        List<float[]> maps = List.of(
                withSpan(10),
                withSpan(9),
                withSpan(8),
                withSpan(7),
                withSpan(6),
                withSpan(5),
                withSpan(4),
                withSpan(1));
        List<float[]> nullMaps = List.of(withSpan(4.5f), withSpan(0.5f), withSpan(0), withSpan(0));
        List<Seqlet> seqlets = found(maps, nullMaps);
        // Six of eight maps above every null span: (0 + 1) x 2 / 6. The seventh: (1 + 1) x 2 / 7, and 2 x 2 / 8 at the
        // eighth.
        assertThat(seqlets.subList(0, 6))
                .allSatisfy(seqlet -> assertThat(seqlet.q()).isCloseTo(2.0 / 6, within(1e-12)));
        assertThat(seqlets.get(6).q()).isCloseTo(4.0 / 8, within(1e-12));
        assertThat(seqlets.get(7).q()).isCloseTo(4.0 / 8, within(1e-12));
    }

    @Test
    void equalExcessesHaveEqualQValues() {
        List<Seqlet> seqlets =
                found(List.of(withSpan(3), withSpan(3), withSpan(3), withSpan(3)), List.of(withSpan(1), withSpan(0)));
        assertThat(seqlets).extracting(Seqlet::q).containsOnly(0.5);
    }

    @Test
    void theOtherSignStandsForChance() {
        List<Seqlet> seqlets = search(0)
                .againstOtherSign(List.of(withSpan(9), withSpan(8), withSpan(7), withSpan(6), withSpan(-5)))
                .seqlets();
        assertThat(seqlets.subList(0, 4)).extracting(Seqlet::q).containsOnly(0.25);
        assertThat(seqlets.get(4).q()).isEqualTo(1);
        assertThat(seqlets.get(0).p()).isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void decoysAreSpansOfTheNullThatWouldPass() {
        List<float[]> maps = List.of(withSpan(9), withSpan(8), withSpan(7), withSpan(-3));
        ComparedSpans spans =
                search(0).against(maps, List.of(withSpan(7), withSpan(6), withSpan(-9), withSpan(-2), withSpan(1)));
        List<Seqlet> accepted = spans.seqlets().stream()
                .filter(seqlet -> seqlet.span().isPositive())
                .toList();
        assertThat(spans.decoys(accepted, true)).extracting(Seqlet::sequence).containsExactly(0);
        assertThat(spans.decoys(accepted, false)).isEmpty();
        assertThat(spans.decoys(spans.seqlets(), false))
                .extracting(Seqlet::sequence)
                .containsExactly(2);
        assertThat(spans.accepted(0.5)).hasSize(2);
    }

    @Test
    void decoysOfTheOtherSignStandForASign() {
        ComparedSpans spans = search(0).againstOtherSign(List.of(withSpan(5), withSpan(-6), withSpan(-4), withSpan(2)));
        List<Seqlet> positive = List.of(spans.seqlets().getFirst());
        assertThat(spans.decoys(positive, true)).extracting(Seqlet::sequence).containsExactly(1);
        List<Seqlet> negative = List.of(spans.seqlets().get(2));
        assertThat(spans.decoys(negative, false)).extracting(Seqlet::sequence).containsExactly(0);
    }

    @Test
    void offsetsAreMeanAbsoluteScores() {
        List<float[]> maps = List.of(new float[] {1, -3}, new float[] {0, 0, 0, 2});
        assertThat(SeqletSearch.offsetOfMaps(maps)).isEqualTo(1);
        assertThat(SeqletSearch.offsetOfNull(maps)).isEqualTo(2);
        assertThat(SeqletSearch.offsetOfMaps(List.of())).isZero();
    }

    /**
     * Noise whose neighbours depend on each other, with two stretches of eight bases of either sign in each map of the
     * sequences. Over twenty seeds, the share of seqlets that lie elsewhere is at most 0.1 within its sampling error,
     * and most stretches are found.
     */
    @Test
    void theFalseDiscoveryRateHoldsForTwentySeeds() {
        int all = 0;
        int elsewhere = 0;
        int hit = 0;
        int mirrored = 0;
        int mirroredElsewhere = 0;
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            List<float[]> maps = new ArrayList<>();
            List<int[]> planted = new ArrayList<>();
            for (int n = 0; n < 150; n++) {
                float[] map = noise(random);
                int[] starts = {random.nextInt(90), 100 + random.nextInt(90)};
                for (int k = 0; k < 2; k++) {
                    for (int i = starts[k]; i < starts[k] + 8; i++) {
                        map[i] += (float) ((k == 0 ? 1 : -1) * (1 + random.nextGaussian()));
                    }
                }
                maps.add(map);
                planted.add(starts);
            }
            List<float[]> nullMaps = new ArrayList<>();
            for (int n = 0; n < 300; n++) {
                nullMaps.add(noise(random));
            }
            SeqletSearch search = new SeqletSearch(new SpanFinder(4, 30, SeqletSearch.offsetOfNull(nullMaps)));
            for (Seqlet seqlet : search.against(maps, nullMaps).seqlets()) {
                if (seqlet.q() <= 0.1) {
                    all++;
                    elsewhere += overlapsPlanted(seqlet, planted) ? 0 : 1;
                }
            }
            hit += 300;
            for (Seqlet seqlet : search.againstOtherSign(maps).seqlets()) {
                if (seqlet.q() <= 0.1) {
                    mirrored++;
                    mirroredElsewhere += overlapsPlanted(seqlet, planted) ? 0 : 1;
                }
            }
        }
        assertThat(elsewhere).isLessThanOrEqualTo(upperBound(all)).isPositive();
        assertThat(all - elsewhere).isGreaterThan(hit / 2);
        assertThat(mirroredElsewhere).isLessThanOrEqualTo(upperBound(mirrored));
    }

    /** The 97.5% quantile of the false ones at a rate of 0.1, by the normal approximation. */
    private static int upperBound(int n) {
        return (int) (0.1 * n + 1.96 * Math.sqrt(0.1 * 0.9 * n));
    }

    private static boolean overlapsPlanted(Seqlet seqlet, List<int[]> planted) {
        for (int start : planted.get(seqlet.sequence())) {
            if (seqlet.span().start() < start + 8 && seqlet.span().end() > start) {
                return true;
            }
        }
        return false;
    }

    @Test
    void findsNothingInMostMapsOfNoise() {
        int silent = 0;
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = new SplittableRandom(1000 + seed);
            List<float[]> maps = new ArrayList<>();
            List<float[]> nullMaps = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                maps.add(noise(random));
                nullMaps.add(noise(random));
            }
            SeqletSearch search = new SeqletSearch(new SpanFinder(4, 30, SeqletSearch.offsetOfNull(nullMaps)));
            silent += search.against(maps, nullMaps).seqlets().stream().anyMatch(seqlet -> seqlet.q() <= 0.1) ? 0 : 1;
        }
        assertThat(silent).isGreaterThanOrEqualTo(18);
    }

    /** Heavy tails and neighbours that depend on each other, as in the scores of a network. */
    private static float[] noise(RandomGenerator random) {
        float[] map = new float[LENGTH];
        double scale = Math.exp(0.5 * random.nextGaussian());
        double before = 0;
        for (int i = 0; i < LENGTH; i++) {
            before = 0.5 * before + scale * random.nextGaussian() * random.nextDouble();
            map[i] = (float) (0.3 * before);
        }
        return map;
    }
}
