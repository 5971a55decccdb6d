package org.expomotif.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.compare.verdict.MatchVerdict.Word;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.Test;

class ShuffleTestTest {
    private static final int SITES = 50;
    private static final String STRONG = "ACGT";

    private final MotifSet known = MotifFile.readFirstOfEachId("test-data/jaspar2016_62.meme", Progress.NONE);
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void aMotifSampledFromFiftySitesMatches() {
        List<MatchVerdict> verdicts =
                verdicts(known.motifs().stream().map(this::sampled).toList(), known, 1, 2);
        assertThat(count(verdicts, Word.MATCH)).isGreaterThanOrEqualTo(59);
    }

    /** Of 124 motifs with their columns in random order, at most 5% match on average; 12 or more: p below 0.02. */
    @Test
    void aMotifWithShuffledColumnsDoesNotMatch() {
        List<Motif> shuffled = new ArrayList<>();
        known.motifs().forEach(motif -> shuffled.addAll(ColumnShuffles.of(motif, 2, 77, motif.id() + "_")));
        List<MatchVerdict> verdicts = verdicts(shuffled, known, 1, 2);
        assertThat(verdicts).hasSize(124);
        assertThat(count(verdicts, Word.MATCH)).isLessThan(12);
    }

    /** The reports differ only in the motifs that they are about: neither threads nor other queries matter. */
    @Test
    void aVerdictDependsOnSeedAndQueryOnly() {
        List<Motif> queries =
                known.motifs().subList(0, 12).stream().map(this::sampled).toList();
        List<MatchVerdict> together = verdicts(queries, known, 5, 1);
        assertThat(verdicts(queries, known, 5, 3)).isEqualTo(together);
        for (int i = 0; i < queries.size(); i += 5) {
            MatchVerdict alone = verdicts(List.of(queries.get(i)), known, 5, 1).getFirst();
            assertThat(alone.shuffleP()).isEqualTo(together.get(i).shuffleP());
        }
        assertThat(verdicts(queries, known, 6, 1))
                .extracting(MatchVerdict::shuffleP)
                .isNotEqualTo(together.stream().map(MatchVerdict::shuffleP).toList());
    }

    @Test
    void everyShuffleOfARunOfOneLetterMatchesAsWell() {
        Motif run = named("run", strong("AAAAAAAAAAAA"));
        List<Motif> targets = new ArrayList<>(known.motifs());
        targets.add(named("wide", strong("AAAAAAAAAAAACGTACG")));
        MatchVerdict verdict = verdicts(List.of(run), set(targets), 1, 1).getFirst();
        assertThat(verdict.target()).isEqualTo("wide");
        assertThat(verdict.qValue()).isLessThan(0.001);
        assertThat(verdict.shuffleP()).isEqualTo(1);
        assertThat(verdict.verdict()).isEqualTo(Word.CHANCE);
        assertThat(verdict.reason())
                .isEqualTo(
                        "It matches wide, but 100 of 100 shuffles of its columns match the database at least as well.");
    }

    /** Nine of 24 columns, all with the same information, are 37.5% of it. */
    @Test
    void aPartOfATargetIsPartial() {
        Motif part = named("part", strong("CGTGATACA"));
        List<Motif> targets = new ArrayList<>(known.motifs());
        targets.add(named("whole", strong("GACTCAGACGTGATACAGGTTCTC")));
        MatchVerdict verdict = verdicts(List.of(part), set(targets), 1, 1).getFirst();
        assertThat(verdict.target()).isEqualTo("whole");
        assertThat(verdict.overlap()).isEqualTo(9);
        assertThat(verdict.shuffleP()).isEqualTo(1.0 / 101);
        assertThat(verdict.queryCovered()).isEqualTo(1, within(1e-12));
        assertThat(verdict.targetCovered()).isEqualTo(0.375, within(1e-12));
        assertThat(verdict.verdict()).isEqualTo(Word.PARTIAL);
        assertThat(verdict.reason())
                .isEqualTo(
                        "It matches whole better than 100 of 100 shuffles of its columns, but the overlap has only 37% of"
                                + " the information of the target.");
    }

    /** The best match covers too little, and a later one covers both motifs. */
    @Test
    void theTargetIsTheBestMatchThatCoversBothMotifs() {
        Motif part = named("part", strong("CGTGATACA"));
        List<Motif> targets = new ArrayList<>(known.motifs());
        targets.add(named("whole", strong("GACTCAGACGTGATACAGGTTCTC")));
        targets.add(named("weaker", strong("CGTGATACC")));
        MatchVerdict verdict = verdicts(List.of(part), set(targets), 1, 1).getFirst();
        assertThat(verdict.target()).isEqualTo("weaker");
        assertThat(verdict.verdict()).isEqualTo(Word.MATCH);
    }

    @Test
    void withoutInformationOrMatchThereIsNothingToTest() {
        double[][] flat = {{.25, .25, .25, .25}, {.26, .24, .25, .25}};
        List<MatchVerdict> verdicts =
                verdicts(List.of(named("flat", flat), named("lone", strong("ACGTTGCATCAGG"))), known, 1, 1);
        assertThat(verdicts).extracting(MatchVerdict::verdict).containsExactly(Word.EMPTY, Word.NONE);
        assertThat(verdicts).extracting(MatchVerdict::target).containsOnly("none");
        assertThat(verdicts.getFirst().shuffleP()).isNaN();
    }

    /** The flanks stay where they are, and the columns between them are the same in another order. */
    @Test
    void aShuffleKeepsFlanksAndColumns() {
        double[][] matrix = strong("ACGTTGCATC");
        matrix[0] = new double[] {.3, .2, .25, .25};
        matrix[9] = new double[] {.2, .3, .25, .25};
        for (Motif shuffle : ColumnShuffles.of(named("m", matrix), 5, 1, "s")) {
            assertThat(shuffle.matrix()[0]).isEqualTo(matrix[0]);
            assertThat(shuffle.matrix()[9]).isEqualTo(matrix[9]);
            assertThat(List.of(shuffle.matrix())).isNotEqualTo(List.of(matrix));
            assertThat(List.of(shuffle.matrix())).containsExactlyInAnyOrder(matrix);
            assertThat(shuffle.sites()).isEqualTo(SITES);
        }
    }

    private static List<MatchVerdict> verdicts(List<Motif> queries, MotifSet targets, long seed, int threads) {
        Tomtom tomtom = new Tomtom(TomtomOptions.DEFAULT, new Cutoff(Cutoff.Measure.E, 0.1), Progress.NONE);
        List<QueryMatches> results = tomtom.compare(set(queries), List.of(targets), threads);
        return new ShuffleTest(tomtom, List.of(targets)).verdicts(set(queries), results, seed, threads);
    }

    private static MotifSet set(List<Motif> motifs) {
        return new MotifSet(motifs, Optional.empty());
    }

    private static long count(List<MatchVerdict> verdicts, Word word) {
        return verdicts.stream().filter(each -> each.verdict() == word).count();
    }

    private static Motif named(String id, double[][] matrix) {
        return new Motif(id, "", matrix, SITES, "");
    }

    private static double[][] strong(String letters) {
        double[][] matrix = new double[letters.length()][4];
        for (int i = 0; i < matrix.length; i++) {
            Arrays.fill(matrix[i], 0.02);
            matrix[i][STRONG.indexOf(letters.charAt(i))] = 0.94;
        }
        return matrix;
    }

    private Motif sampled(Motif motif) {
        double[][] sampled = new double[motif.width()][4];
        for (int i = 0; i < sampled.length; i++) {
            double[] column = motif.matrix()[i];
            for (int site = 0; site < SITES; site++) {
                double drawn = random.nextDouble();
                int letter = drawn < column[0]
                        ? 0
                        : drawn < column[0] + column[1] ? 1 : drawn < column[0] + column[1] + column[2] ? 2 : 3;
                sampled[i][letter] += 1.0 / SITES;
            }
        }
        return named(motif.id(), sampled);
    }
}
