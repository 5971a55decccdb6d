package org.expomotif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTableTest {
    private static AttributionTable.Trial trial(String activation, int trial, String method, double auroc) {
        return new AttributionTable.Trial(
                "cnn-dist", activation, trial, 0.9 + trial / 100.0, method, auroc, 0.5, 0.51, auroc + 0.1, 0.6);
    }

    @Test
    void rowsHaveMeansDeviationsAndPublishedValues() {
        List<AttributionTable.Row> rows = AttributionTable.of(List.of(
                trial("exponential", 1, "deepshap", 0.5),
                trial("exponential", 1, "mutagenesis", 0.7),
                trial("exponential", 2, "deepshap", 0.9),
                trial("exponential:2", 1, "saliency", 0.6)));
        assertThat(rows).extracting(AttributionTable.Row::trials).containsExactly(2, 1, 1);
        AttributionTable.Row first = rows.getFirst();
        assertThat(first.auroc()).isCloseTo(0.7, within(1e-12));
        assertThat(first.sd()).isCloseTo(0.2, within(1e-12));
        assertThat(first.corrected()).isCloseTo(0.8, within(1e-12));
        assertThat(first.classification()).isCloseTo(0.915, within(1e-12));
        assertThat(first.published()).isEqualTo(0.835);
        assertThat(first.publishedSd()).isEqualTo(0.063);
        assertThat(rows.get(1).published()).isEqualTo(0.908);
        assertThat(rows.get(2).published()).isNaN();
    }

    @Test
    void theStudyHasSevenActivations() {
        assertThat(AttributionTable.activations())
                .containsExactly("relu", "exponential", "sigmoid", "tanh", "softplus", "linear", "elu");
    }
}
