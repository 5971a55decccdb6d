package org.expomotif.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.dna.Nucleotide;
import org.expomotif.run.Progress;
import org.expomotif.seqlet.Seqlet;
import org.expomotif.seqlet.SeqletSearch;
import org.expomotif.seqlet.Span;
import org.expomotif.seqlet.SpanFinder;
import org.junit.jupiter.api.Test;

class MotifDiscoveryTest {
    private static final String FIRST = "ACAAAGGTCA";
    private static final String SECOND = "GGGAATTTCC";
    private static final String THIRD = "CAGGTGTA";

    private static MotifDiscovery.Settings settings(boolean stranded, int maximum, int threads) {
        return new MotifDiscovery.Settings(stranded, maximum, 0.05, 1, threads);
    }

    private static List<DiscoveredMotif> discover(SequenceScores scores, MotifDiscovery.Settings settings) {
        int length = scores.codes().getFirst().length;
        SequenceScores shuffled =
                new PlantedMaps(99, length).noise(2 * scores.codes().size()).scores();
        double offset = SeqletSearch.offsetOfNull(shuffled.bases().maps());
        SeqletSearch search = new SeqletSearch(new SpanFinder(4, 30, offset));
        List<Seqlet> seqlets =
                search.against(scores.bases().maps(), shuffled.bases().maps()).accepted(0.1);
        MotifDiscovery.Decoys decoys = new MotifDiscovery.Decoys(shuffled, List.of(), List.of());
        return new MotifDiscovery(settings, Progress.NONE).motifs(scores, seqlets, decoys);
    }

    private static List<String> consensus(List<DiscoveredMotif> motifs) {
        return motifs.stream().map(motif -> motif.motif().consensus()).toList();
    }

    private static String turned(String site) {
        StringBuilder text = new StringBuilder();
        for (char letter : new StringBuilder(site).reverse().toString().toCharArray()) {
            text.append("TGCA".charAt("ACGT".indexOf(letter)));
        }
        return text.toString();
    }

    @Test
    void findsPlantedMotifsOfBothSignsAndNothingElse() {
        SequenceScores scores = new PlantedMaps(1, 120)
                .sites(60, FIRST, 1, true)
                .sites(40, SECOND, 1, true)
                .sites(30, THIRD, -1, true)
                .noise(50)
                .scores();
        List<DiscoveredMotif> motifs = discover(scores, settings(false, 3000, 2));
        assertThat(motifs.stream().map(DiscoveredMotif::id)).containsExactly("positive_1", "positive_2", "negative_1");
        assertThat(motifs.get(0).motif().consensus()).isIn(FIRST, turned(FIRST));
        assertThat(motifs.get(1).motif().consensus()).isIn(SECOND, turned(SECOND));
        assertThat(motifs.get(2).motif().consensus()).isIn(THIRD, turned(THIRD));
        assertThat(motifs.stream().map(motif -> motif.seqlets().size())).containsExactly(60, 40, 30);
        assertThat(motifs.stream().map(DiscoveredMotif::sequences)).containsExactly(60L, 40L, 30L);
        assertThat(motifs.get(2).meanSum()).isBetween(-8.8, -7.2);
        assertThat(motifs).allMatch(motif -> motif.eValue() <= 0.05);
        assertThat(Arrays.stream(motifs.get(0).matrices().contributions()[0])
                        .max()
                        .orElse(0))
                .isBetween(0.9, 1.1);
    }

    @Test
    void theMotifLiesOnEachSeqletWhereItWasPlanted() {
        SequenceScores scores = new PlantedMaps(2, 80).sites(40, FIRST, 1, true).scores();
        DiscoveredMotif motif = discover(scores, settings(false, 3000, 1)).getFirst();
        assertThat(motif.matrices().width()).isEqualTo(FIRST.length());
        for (SeqletPlace place : motif.seqlets()) {
            Span span = place.seqlet().span();
            assertThat(place.start()).isEqualTo(span.start());
            assertThat(span.end()).isEqualTo(span.start() + FIRST.length());
            assertThat(place.similarity()).isGreaterThan(0.7);
        }
        assertThat(motif.seqlets().stream().filter(SeqletPlace::reverse)).hasSize(20);
    }

    @Test
    void basesOfTheOtherSignBesideAMotifAreNoPartOfIt() {
        SequenceScores scores =
                new PlantedMaps(11, 80).sites(40, THIRD, -1, true).scores();
        for (int i = 0; i < 40; i++) {
            float[] map = scores.bases().maps().get(i);
            int start = 0;
            while (map[start] > -0.5) {
                start++;
            }
            for (int j = Math.max(0, start - 6); j < start - 2; j++) {
                map[j] = 2;
            }
        }
        List<DiscoveredMotif> negative = discover(scores, settings(false, 3000, 1)).stream()
                .filter(motif -> !motif.positive())
                .toList();
        assertThat(negative).hasSize(1);
        assertThat(negative.getFirst().motif().consensus()).isIn(THIRD, turned(THIRD));
    }

    @Test
    void resultsDependOnNeitherThreadsNorChance() {
        SequenceScores scores = new PlantedMaps(3, 60)
                .sites(40, FIRST, 1, true)
                .sites(30, SECOND, 1, true)
                .scores();
        List<DiscoveredMotif> one = discover(scores, settings(false, 3000, 1));
        List<DiscoveredMotif> four = discover(scores, settings(false, 3000, 4));
        assertThat(four.stream().map(DiscoveredMotif::seqlets))
                .isEqualTo(one.stream().map(DiscoveredMotif::seqlets).toList());
        assertThat(four.stream().map(DiscoveredMotif::eValue))
                .isEqualTo(one.stream().map(DiscoveredMotif::eValue).toList());
    }

    @Test
    void theStrandsOfAMotifAreTwoMotifsWhenStranded() {
        SequenceScores scores = new PlantedMaps(4, 80).sites(80, FIRST, 1, true).scores();
        assertThat(discover(scores, settings(false, 3000, 1))).hasSize(1);
        assertThat(consensus(discover(scores, settings(true, 3000, 1))))
                .containsExactlyInAnyOrder(FIRST, turned(FIRST));
    }

    @Test
    void seqletsBeyondTheSampleJoinTheirMotif() {
        SequenceScores scores = new PlantedMaps(5, 60)
                .sites(200, FIRST, 1, true)
                .sites(150, SECOND, 1, true)
                .scores();
        List<DiscoveredMotif> motifs = discover(scores, settings(false, 100, 2));
        assertThat(motifs.stream().map(motif -> motif.seqlets().size())).containsExactly(200, 150);
    }

    @Test
    void aRareMotifIsFoundInALaterSample() {
        SequenceScores scores = new PlantedMaps(6, 60)
                .sites(1500, FIRST, 1, true)
                .sites(30, THIRD, 1, true)
                .scores();
        List<DiscoveredMotif> motifs = discover(scores, settings(false, 100, 2));
        assertThat(motifs.stream().map(motif -> motif.seqlets().size())).containsExactly(1500, 30);
    }

    @Test
    void seqletsThatHaveNothingInCommonAreNoMotif() {
        SplittableRandom random = new SplittableRandom(7);
        PlantedMaps maps = new PlantedMaps(8, 60);
        for (int i = 0; i < 200; i++) {
            StringBuilder site = new StringBuilder();
            for (int j = 0; j < 10; j++) {
                site.append("ACGT".charAt(random.nextInt(4)));
            }
            maps.sites(1, site.toString(), 1, false);
        }
        assertThat(discover(maps.scores(), settings(false, 3000, 2))).isEmpty();
    }

    @Test
    void windowsWithoutAKnownBaseAreNoMotif() {
        SequenceScores scores =
                new PlantedMaps(12, 40).sites(30, FIRST, 1, false).scores();
        scores.codes().forEach(codes -> Arrays.fill(codes, Nucleotide.UNKNOWN));
        assertThat(discover(scores, settings(false, 3000, 1))).isEmpty();
    }

    @Test
    void aMotifThatIsAsFrequentInTheNullIsNotReported() {
        SequenceScores scores = new PlantedMaps(9, 80).sites(40, FIRST, 1, true).scores();
        SequenceScores shuffled =
                new PlantedMaps(10, 80).sites(40, FIRST, 1, true).scores();
        List<Seqlet> seqlets = sites(scores);
        MotifDiscovery discovery = new MotifDiscovery(settings(false, 3000, 1), Progress.NONE);
        assertThat(discovery.motifs(scores, seqlets, new MotifDiscovery.Decoys(shuffled, sites(shuffled), List.of())))
                .isEmpty();
        DiscoveredMotif motif = discovery
                .motifs(
                        scores,
                        seqlets,
                        new MotifDiscovery.Decoys(shuffled, sites(shuffled).subList(0, 3), List.of()))
                .getFirst();
        assertThat(motif.decoys()).isEqualTo(3);
    }

    private static List<Seqlet> sites(SequenceScores scores) {
        SpanFinder finder = new SpanFinder(4, 30, 0.3);
        List<Seqlet> seqlets = new ArrayList<>();
        for (int i = 0; i < scores.codes().size(); i++) {
            for (Span span : finder.spans(scores.bases().maps().get(i))) {
                seqlets.add(new Seqlet(i, span, 0.01, 0.01));
            }
        }
        return seqlets;
    }
}
