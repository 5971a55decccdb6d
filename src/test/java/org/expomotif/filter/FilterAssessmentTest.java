package org.expomotif.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.filter.FilterVerdict.Word;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.testing.TinyModel;
import org.expomotif.train.SequenceCodes;
import org.junit.jupiter.api.Test;

/** The model of the test data, which has learned three planted motifs, and networks that have learned nothing. */
class FilterAssessmentTest {
    private static final FilterMotifs.Settings SETTINGS = FilterMotifs.Settings.PAPER;

    private final Model trained = Model.read("test-data/galaxy/model.zip");
    private final byte[][] codes = SequenceCodes.read("test-data/galaxy/sequences.fa", 60, Progress.NONE);
    private final MotifSet known = MotifFile.readFirstOfEachId("test-data/jaspar2016_62.meme", Progress.NONE);

    @Test
    void plantedMotifsAreKnownAndFewWindowsProveNothing() {
        List<FilterVerdict> verdicts = verdicts(trained, codes, Optional.of(known), List.of(), 1);
        for (int filter : new int[] {2, 3, 5, 6}) {
            FilterVerdict verdict = verdicts.get(filter);
            assertThat(verdict.verdict()).as("filter" + filter).isEqualTo(Word.KNOWN);
            assertThat(verdict.bits()).isGreaterThan(verdict.untrainedBits() + 4);
            assertThat(verdict.untrainedP()).isEqualTo(1.0 / 105);
        }
        assertThat(verdicts.get(5).target()).isEqualTo("MA0079.3");
        assertThat(verdicts.get(5).share()).isEqualTo(0.17);
        FilterVerdict few = verdicts.get(1);
        assertThat(few.windows()).isEqualTo(5);
        assertThat(few.bits()).isGreaterThan(16);
        assertThat(few.verdict()).isEqualTo(Word.UNTRAINED);
        assertThat(few.reason())
                .matches("Its motif has 16\\.4 bits, and \\d+ of 104 untrained filters have as many from the same"
                        + " number of windows\\.");
    }

    @Test
    void withoutKnownMotifsAFilterIsLearned() {
        List<FilterVerdict> verdicts = verdicts(trained, codes, Optional.empty(), List.of(), 1);
        assertThat(verdicts.get(5).verdict()).isEqualTo(Word.LEARNED);
        assertThat(verdicts.get(5).match()).isEqualTo(MatchVerdict.Word.NONE);
        assertThat(verdicts.get(5).reason()).endsWith("; it was not compared with known motifs.");
    }

    /** The same model as a further trial has every filter, and an untrained one has none of them. */
    @Test
    void furtherTrialsCountAndAFilterOfNoneIsUnstable() {
        Model untrained = TinyModel.random(trained.network().spec(), 8, "a", "b", "c");
        List<FilterVerdict> verdicts = verdicts(trained, codes, Optional.empty(), List.of(trained, untrained), 1);
        assertThat(verdicts.get(5).trialsMatched()).isEqualTo(1);
        assertThat(verdicts.get(5).trials()).isEqualTo(2);
        assertThat(verdicts.get(5).reason()).contains("and 1 of 2 further trials have a filter like it");
        assertThat(verdicts.get(5).verdict()).isEqualTo(Word.LEARNED);
        List<FilterVerdict> alone = verdicts(trained, codes, Optional.empty(), List.of(untrained), 1);
        assertThat(alone.get(5).verdict()).isEqualTo(Word.UNSTABLE);
    }

    /** An untrained filter is as good as its null in all but 5% of cases. */
    @Test
    void anUntrainedNetworkHasLearnedNothing() {
        SplittableRandom random = new SplittableRandom(6);
        byte[][] drawn = new byte[100][200];
        for (byte[] code : drawn) {
            for (int i = 0; i < code.length; i++) {
                code[i] = (byte) random.nextInt(4);
            }
        }
        Model untrained = TinyModel.untrained("cnn-50", "relu", 3, "a");
        List<FilterVerdict> verdicts = verdicts(untrained, drawn, Optional.empty(), List.of(), 2);
        assertThat(verdicts).hasSize(32);
        assertThat(verdicts.stream().filter(FilterVerdict::good).count()).isLessThanOrEqualTo(4);
    }

    @Test
    void verdictsDoNotDependOnTheThreads() {
        assertThat(verdicts(trained, codes, Optional.of(known), List.of(trained), 3))
                .isEqualTo(verdicts(trained, codes, Optional.of(known), List.of(trained), 1));
    }

    private static List<FilterVerdict> verdicts(
            Model model, byte[][] codes, Optional<MotifSet> targets, List<Model> trials, int threads) {
        List<LearnedFilter> filters = FilterMotifs.of(
                model.network().evaluator(threads),
                FilterMotifs.centre(model.network().firstLayerKernel()),
                codes,
                SETTINGS,
                Progress.NONE);
        return new FilterAssessment(codes, SETTINGS, 1, threads, Progress.NONE)
                .verdicts(model, filters, targets, trials);
    }
}
