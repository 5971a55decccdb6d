package org.expomotif.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.expomotif.dataset.Samples;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final float NA = Float.NaN;

    @Test
    void everyClassIsRankedOverItsOwnLabelsAndMissingOnesAreLeftOut() {
        Samples samples = samples(new float[] {1, 0, /**/ 0, NA, /**/ 1, 1, /**/ 0, 0});
        // Class a: positives 2, 0; negatives 1, -1: 3 of 4 pairs. Class b: positive 5, negatives 0 and 1.
        Evaluation evaluation = Evaluation.of(samples, new float[] {2, 0, 1, 99, 0, 5, -1, 1});
        assertThat(evaluation.classes()).hasSize(2);
        ClassMetrics a = evaluation.classes().get(0);
        assertThat(a.name()).isEqualTo("a");
        assertThat(a.n()).isEqualTo(4);
        assertThat(a.positives()).isEqualTo(2);
        assertThat(a.auroc()).isEqualTo(0.75);
        assertThat(a.aupr()).isEqualTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(a.trapezoid()).isEqualTo(0.5 + 0.5 * (1 / 2.0 + 2 / 3.0) / 2, within(1e-12));
        ClassMetrics b = evaluation.classes().get(1);
        assertThat(b.n()).isEqualTo(3);
        assertThat(b.positives()).isEqualTo(1);
        assertThat(b.auroc()).isEqualTo(1);
        ClassMetrics mean = evaluation.meanRow();
        assertThat(mean.name()).isEqualTo("mean");
        assertThat(mean.n()).isEqualTo(7);
        assertThat(mean.positives()).isEqualTo(3);
        assertThat(mean.auroc()).isEqualTo(0.875);
    }

    @Test
    void aConstantNetworkHasChanceLevelAreas() {
        Samples samples = samples(new float[] {1, 0, /**/ 0, 1, /**/ 0, 0, /**/ 0, 0});
        Evaluation evaluation = Evaluation.of(samples, new float[8]);
        assertThat(evaluation.auroc()).isEqualTo(0.5);
        assertThat(evaluation.aupr()).isEqualTo(0.25);
        HistoryRow row = new HistoryRow(1, 1, 1e-3, 0, evaluation.loss(), evaluation.auroc(), evaluation.aupr());
        assertThat(row.figure(Metric.AUPR)).isEqualTo(0.25);
    }

    @Test
    void lossIsTheMeanCrossEntropyOfAllLabelsPresent() {
        Samples samples = samples(new float[] {1, 0, /**/ NA, NA});
        double loss = Evaluation.of(samples, new float[] {0, 2, 7, 7}).loss();
        assertThat(loss).isEqualTo((Math.log(2) + Math.log(1 + Math.exp(2))) / 2, within(1e-12));
    }

    @Test
    void hugeLogitsGiveAFiniteLoss() {
        Samples samples = samples(new float[] {1, 0});
        assertThat(Evaluation.of(samples, new float[] {-1e4f, 1e4f}).loss()).isEqualTo(1e4);
    }

    @Test
    void aClassWithoutPositivesOrNegativesHasNoAreaAndIsLeftOutOfTheMean() {
        Samples samples = samples(new float[] {1, 1, /**/ 0, 1});
        Evaluation evaluation = Evaluation.of(samples, new float[] {1, 0, 0, 1});
        assertThat(evaluation.classes().get(1).auroc()).isNaN();
        assertThat(evaluation.classes().get(1).aupr()).isNaN();
        assertThat(evaluation.auroc()).isEqualTo(1);
        assertThat(evaluation.aupr()).isEqualTo(1);
        assertThat(evaluation.figures()).isEqualTo("AUROC 1.0000, AUPR 1.0000 (average precision)");
        Evaluation none = Evaluation.of(samples(new float[] {1, 1, /**/ 1, NA}), new float[] {1, 0, 0, 1});
        assertThat(none.figures()).isEqualTo("AUROC NA, AUPR NA (average precision)");
    }

    private static Samples samples(float[] labels) {
        int n = labels.length / 2;
        List<String> ids =
                java.util.stream.IntStream.range(0, n).mapToObj(i -> "s" + i).toList();
        return new Samples(List.of("a", "b"), ids, new byte[n][3], labels);
    }
}
