package org.expomotif.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.expomotif.network.Evaluator;
import org.expomotif.network.OutputScale;
import org.junit.jupiter.api.Test;

/** The answers of the models that other tests rely on. */
class TinyModelTest {
    private static float[] oneHot(String bases) {
        float[] input = new float[4 * bases.length()];
        for (int i = 0; i < bases.length(); i++) {
            input[4 * i + "ACGT".indexOf(bases.charAt(i))] = 1;
        }
        return input;
    }

    @Test
    void theLogitIsTheBiasAndTheWeightPerOccurrence() {
        Evaluator counting = TinyModel.counting('G', 6, 0.5f, -1).network().evaluator(1);
        assertThat(counting.logits(oneHot("ACGGTG"), 1)).containsExactly(0.5f);
        assertThat(counting.logits(oneHot("ACTACT"), 1)).containsExactly(-1f);
        assertThat(counting.probabilities(oneHot("GGGGGG"), 1)).containsExactly(new float[] {0.880797f}, within(1e-6f));
    }

    @Test
    void theGradientIsTheWeightWhereTheBaseIs() {
        Evaluator counting = TinyModel.counting('C', 3, 0.5f, -1).network().evaluator(1);
        assertThat(counting.inputGradients(oneHot("CAC"), 1, 0, OutputScale.LOGIT)
                        .values())
                .containsExactly(0, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0.5f, 0, 0);
    }
}
