package org.expomotif.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.expomotif.testing.Dna.sequence;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;
import org.expomotif.train.EpochOrder;
import org.junit.jupiter.api.Test;

class LabelledSequencesTest {
    @Test
    void sequencesAreJoinedInTheOrderOfTheLabelsAndSplit() {
        LabelledSequences data = join(
                List.of(row("b", Split.TRAIN, 1), row("a", Split.TEST, 0), row("c", Split.TRAIN, 0)),
                List.of(sequence("a", "AAAA"), sequence("b", "ACGN"), sequence("c", "TTTT")));
        assertThat(data.length()).isEqualTo(4);
        assertThat(data.all().ids()).containsExactly("b", "a", "c");
        Samples train = data.of(Split.TRAIN);
        assertThat(train.ids()).containsExactly("b", "c");
        assertThat(train.codes()).isDeepEqualTo(new byte[][] {{0, 1, 2, 4}, {3, 3, 3, 3}});
        assertThat(train.labels()).containsExactly(1, 0);
        assertThat(data.of(Split.VALID).size()).isZero();
    }

    @Test
    void anEmptySplitIsReportedWithTheSizesOfAllSplits() {
        LabelledSequences data = join(List.of(row("a", Split.TRAIN, 1)), List.of(sequence("a", "A")));
        assertThatThrownBy(() -> data.require(Split.VALID))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "l.tsv: no sequence is marked valid: expected rows with 'valid' in column split, found 1 train,"
                                + " 0 valid, 0 test; mark some sequences valid");
    }

    @Test
    void aSequenceOfAnotherLengthIsRejectedByName() {
        assertThatThrownBy(() -> join(
                        List.of(row("a", Split.TRAIN, 1), row("b", Split.TRAIN, 1)),
                        List.of(sequence("a", "ACG"), sequence("b", "AC"))))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "s.fa, sequence b: the sequences differ in length, but the network needs sequences of equal length:"
                                + " expected 3 bases"
                                + " as in a, found 2 bases; cut or extend the sequences to the same length");
    }

    @Test
    void labelsAndSequencesMustMatch() {
        assertThatThrownBy(() -> join(List.of(row("a", Split.TRAIN, 1)), List.of(sequence("b", "A"))))
                .hasMessageContaining("l.tsv: labels without a sequence in s.fa");
        assertThatThrownBy(
                        () -> join(List.of(row("a", Split.TRAIN, 1)), List.of(sequence("a", "A"), sequence("b", "A"))))
                .hasMessageContaining("s.fa: sequences without a label in l.tsv");
    }

    @Test
    void aModelOfAnotherLengthOrOtherClassesIsRejected() {
        LabelledSequences data = join(List.of(row("a", Split.TRAIN, 1)), List.of(sequence("a", "ACGT")));
        data.requireFit(4, List.of("bound"));
        assertThatThrownBy(() -> data.requireFit(200, List.of("bound")))
                .hasMessageContaining("s.fa, sequence a: ")
                .hasMessageContaining("expected 200 bases, found 4 bases");
        assertThatThrownBy(() -> data.requireFit(4, List.of("open")))
                .hasMessageContaining("expected open, found bound");
    }

    @Test
    void aOneSidedClassIsReportedAndRejectedIfItIsTheOnlyOne() {
        LabelledSequences one = join(
                List.of(row("a", Split.TRAIN, 1), row("b", Split.TRAIN, Float.NaN)),
                List.of(sequence("a", "A"), sequence("b", "A")));
        assertThatThrownBy(() -> one.oneSidedClasses(Split.TRAIN))
                .hasMessageContaining("class bound has 1 positives and 0 negatives among the train sequences");
        Labels two = new Labels(
                List.of("x", "y"),
                List.of(
                        new Labels.Row("a", Split.TRAIN, new float[] {1, 0}),
                        new Labels.Row("b", Split.TRAIN, new float[] {0, 0})));
        LabelledSequences data =
                LabelledSequences.join(two, List.of(sequence("a", "A"), sequence("b", "A")), "s.fa", "l.tsv");
        assertThat(data.oneSidedClasses(Split.TRAIN))
                .containsExactly("class y has 0 positives and 2 negatives among the train sequences");
    }

    @Test
    void reverseComplementsFollowTheSequencesWithTheirLabels() {
        Samples samples = join(
                        List.of(row("a", Split.TRAIN, 1), row("b", Split.TRAIN, 0)),
                        List.of(sequence("a", "AACN"), sequence("b", "GGGT")))
                .all()
                .withReverseComplements();
        assertThat(samples.size()).isEqualTo(4);
        assertThat(samples.codes()[2]).containsExactly(4, 2, 3, 3);
        assertThat(samples.codes()[3]).containsExactly(0, 1, 1, 1);
        assertThat(samples.labels()).containsExactly(1, 0, 1, 0);
        assertThat(samples.ids()).containsExactly("a", "b", "a", "b");
    }

    @Test
    void anEpochUsesEverySequenceOnceInItsOwnOrder() {
        int[] first = EpochOrder.of(100, 1, 1);
        assertThat(first)
                .containsExactlyInAnyOrder(
                        java.util.stream.IntStream.range(0, 100).toArray());
        assertThat(EpochOrder.of(100, 1, 1)).containsExactly(first);
        assertThat(EpochOrder.of(100, 1, 2)).isNotEqualTo(first);
        assertThat(EpochOrder.of(100, 2, 1)).isNotEqualTo(first);
    }

    private static LabelledSequences join(List<Labels.Row> rows, List<DnaSequence> sequences) {
        return LabelledSequences.join(new Labels(List.of("bound"), new ArrayList<>(rows)), sequences, "s.fa", "l.tsv");
    }

    private static Labels.Row row(String id, Split split, float value) {
        return new Labels.Row(id, split, new float[] {value});
    }
}
