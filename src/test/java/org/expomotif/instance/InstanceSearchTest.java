package org.expomotif.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;

class InstanceSearchTest {
    private static final int LENGTH = 30;
    private static final int SEQUENCES = 12;
    private static final double ALMOST = 0.97;

    /** A motif of which a word is the best window; a letter N stands for a column without information. */
    private static Motif motif(String word) {
        double[][] matrix = new double[word.length()][4];
        for (int i = 0; i < matrix.length; i++) {
            for (int letter = 0; letter < 4; letter++) {
                boolean any = word.charAt(i) == 'N';
                boolean own = Nucleotide.letter(letter) == word.charAt(i);
                matrix[i][letter] = any ? 0.25 : own ? ALMOST : (1 - ALMOST) / 3;
            }
        }
        return Motif.of(word, matrix);
    }

    /** Sequences of C with a word at a place, whose bases have a score of their own. */
    private static ScoredMaps planted(String word, int start, float score) {
        List<float[]> maps = new ArrayList<>();
        List<byte[]> codes = new ArrayList<>();
        for (int n = 0; n < SEQUENCES; n++) {
            StringBuilder letters = new StringBuilder("C".repeat(LENGTH));
            letters.replace(start, start + word.length(), word);
            codes.add(Nucleotide.codes(letters.toString().getBytes(StandardCharsets.US_ASCII)));
            float[] map = noise();
            for (int i = start; i < start + word.length(); i++) {
                map[i] = score;
            }
            maps.add(map);
        }
        return new ScoredMaps(maps, codes);
    }

    private static float[] noise() {
        float[] map = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            map[i] = i % 2 == 0 ? 0.1f : -0.1f;
        }
        return map;
    }

    private static ScoredMaps shuffled() {
        return planted("", 0, 0);
    }

    private static List<Instance> found(ScoredMaps sequences, boolean bothStrands, String... words) {
        return search(bothStrands, 1, words).instances(sequences);
    }

    private static InstanceSearch search(boolean bothStrands, int threads, String... words) {
        List<Motif> motifs = new ArrayList<>();
        for (String word : words) {
            motifs.add(motif(word));
        }
        return new InstanceSearch(
                motifs,
                Background.UNIFORM,
                shuffled(),
                new InstanceSearch.Settings(bothStrands, 0.01, 0.05, 0.1, threads));
    }

    /**
     * One of 4^5 words is as good as GATTC, and none of the 12 x 26 x 2 windows of the null has a sum as high. No null
     * sequence has a candidate: p = 1 / 13, q = (0 + 1) x 1 / 12.
     */
    @Test
    void scoresAreThoseOfBasesAndContributions() {
        List<Instance> instances = found(planted("GATTC", 10, 2), true, "GATTC");
        assertThat(instances).hasSize(SEQUENCES);
        Instance first = instances.getFirst();
        assertThat(first.score()).isCloseTo(-Math.log10(Math.pow(4, -5) / 625), within(1e-6));
        double probability = (20 * ALMOST + 0.1 * 0.25) / 20.1;
        assertThat(first.bits()).isCloseTo(5 * Math.log(probability / 0.25) / Math.log(2), within(0.005));
        assertThat(first.contribution()).isCloseTo(10, within(1e-6));
        assertThat(first.p()).isCloseTo(1.0 / 13, within(1e-12));
        assertThat(first.q()).isCloseTo(1.0 / 12, within(1e-12));
        assertThat(first.start()).isEqualTo(10);
        assertThat(first.end()).isEqualTo(15);
        assertThat(first.minus()).isFalse();
        assertThat(first.isPositive()).isTrue();
    }

    @Test
    void eitherStrandAndEitherSign() {
        assertThat(found(planted("GAATC", 10, -2), true, "GATTC"))
                .hasSize(SEQUENCES)
                .allSatisfy(instance -> {
                    assertThat(instance.minus()).isTrue();
                    assertThat(instance.isPositive()).isFalse();
                    assertThat(instance.contribution()).isCloseTo(-10, within(1e-6));
                });
        assertThat(found(planted("GAATC", 10, 2), false, "GATTC")).isEmpty();
    }

    @Test
    void aPalindromeIsOneInstanceOnThePlusStrand() {
        assertThat(found(planted("GAATTC", 10, 2), true, "GAATTC"))
                .hasSize(SEQUENCES)
                .allSatisfy(instance -> assertThat(instance.minus()).isFalse());
    }

    @Test
    void theFirstAndTheLastWindowAreSearched() {
        assertThat(found(planted("GATTC", 0, 2), true, "GATTC"))
                .extracting(Instance::start)
                .containsOnly(0)
                .hasSize(SEQUENCES);
        assertThat(found(planted("GATTC", LENGTH - 5, 2), true, "GATTC"))
                .extracting(Instance::end)
                .containsOnly(LENGTH)
                .hasSize(SEQUENCES);
    }

    @Test
    void aWindowWithAnUnknownBaseIsNotAnInstance() {
        assertThat(found(planted("GANTC", 10, 2), true, "GATTC")).isEmpty();
        assertThat(found(planted("gattc", 10, 2), true, "GATTC")).hasSize(SEQUENCES);
    }

    @Test
    void basesWithoutContributionsAndContributionsWithoutBasesAreNoInstances() {
        assertThat(found(planted("GATTC", 10, 0), true, "GATTC")).isEmpty();
        assertThat(found(planted("AGAGA", 10, 2), true, "GATTC")).isEmpty();
    }

    /** The sum of the base scores, -1, has another sign than the weighted one. */
    @Test
    void bothSumsHaveTheSign() {
        ScoredMaps sequences = planted("GAATC", 10, 2);
        sequences.maps().forEach(map -> map[12] = -9);
        assertThat(found(sequences, true, "GANTC")).isEmpty();
        sequences.maps().forEach(map -> map[12] = -7);
        assertThat(found(sequences, true, "GANTC")).hasSize(SEQUENCES);
    }

    /** ATTC is in GATTC, but its word has a p-value of 4^-4 and so a lower score. */
    @Test
    void ofOverlappingMotifsTheBetterMatchStays() {
        assertThat(found(planted("GATTC", 10, 2), true, "ATTC", "GATTC"))
                .extracting(Instance::motif)
                .containsOnly(1)
                .hasSize(SEQUENCES);
        assertThat(found(planted("GATTCATTC", 10, 2), true, "ATTC", "GATTC"))
                .extracting(Instance::motif)
                .hasSize(2 * SEQUENCES)
                .startsWith(1, 0, 1, 0);
    }

    @Test
    void equalMotifsGoToTheFirst() {
        assertThat(found(planted("GATTC", 10, 2), true, "GATTC", "GATTC"))
                .extracting(Instance::motif)
                .containsOnly(0);
    }

    @Test
    void aMotifLongerThanTheSequencesHasNoInstances() {
        assertThat(found(planted("GATTC", 10, 2), true, "A".repeat(LENGTH + 1))).isEmpty();
        assertThat(found(planted("GATTC", 10, 2), true, "GATTC", "A".repeat(LENGTH + 1)))
                .hasSize(SEQUENCES);
    }

    @Test
    void thereMayBeNoMotif() {
        assertThat(found(planted("GATTC", 10, 2), true)).isEmpty();
    }

    /** Random bases and scores: threads change nothing, and what is found in them is chance. */
    @Test
    void resultsDoNotDependOnThreads() {
        SplittableRandom random = new SplittableRandom(1);
        ScoredMaps sequences = random(random, 60);
        ScoredMaps nullMaps = random(random, 120);
        List<Motif> motifs = List.of(motif("GATTC"), motif("CCAAT"), motif("TGACG"));
        List<List<Instance>> results = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3}) {
            InstanceSearch search = new InstanceSearch(
                    motifs, sequences.background(), nullMaps, new InstanceSearch.Settings(true, 0.05, 0.2, 1, threads));
            results.add(search.instances(sequences));
        }
        assertThat(results.get(0)).isNotEmpty().isEqualTo(results.get(1)).isEqualTo(results.get(2));
        assertThat(results.get(0))
                .allSatisfy(instance -> assertThat(instance.q()).isGreaterThan(0.1));
    }

    private static ScoredMaps random(SplittableRandom random, int n) {
        List<float[]> maps = new ArrayList<>();
        List<byte[]> codes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            float[] map = new float[LENGTH];
            byte[] bases = new byte[LENGTH];
            for (int j = 0; j < LENGTH; j++) {
                map[j] = (float) random.nextGaussian();
                bases[j] = (byte) random.nextInt(4);
            }
            maps.add(map);
            codes.add(bases);
        }
        return new ScoredMaps(maps, codes);
    }
}
