package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vectors")
class EvaluatorTest {
    private static final NetworkSpec SPEC = Architectures.named("cnn-dist", 200, Activation.named("exponential"), 3);
    private final Network network = Cases.network(SPEC, 2);

    @Test
    void resultsDoNotDependOnChunksOrThreads() {
        int n = 75;
        float[] input = Cases.flat(Cases.codes(n, 200, 3));
        float[] all = network.evaluator(1).logits(input, n);
        float[] gradients = network.evaluator(1)
                .inputGradients(input, n, 1, OutputScale.PROBABILITY)
                .values();
        assertThat(network.evaluator(3).logits(input, n)).isEqualTo(all);
        assertThat(network.evaluator(3)
                        .inputGradients(input, n, 1, OutputScale.PROBABILITY)
                        .values())
                .isEqualTo(gradients);
        float[] last = Arrays.copyOfRange(input, 70 * 800, 75 * 800);
        assertThat(network.evaluator(2).logits(last, 5)).isEqualTo(Arrays.copyOfRange(all, 210, 225));
        assertThat(network.evaluator(2)
                        .inputGradients(last, 5, 1, OutputScale.PROBABILITY)
                        .values())
                .isEqualTo(Arrays.copyOfRange(gradients, 70 * 800, 75 * 800));
    }

    @Test
    void codesGiveTheBitsOfTheirOneHotForm() {
        byte[][] codes = Cases.codes(40, 200, 3);
        float[] input = Cases.flat(codes);
        List<byte[]> sequences = List.of(codes);
        Evaluator evaluator = network.evaluator(2);
        assertThat(evaluator.logits(sequences)).isEqualTo(evaluator.logits(input, 40));
        assertThat(evaluator.probabilities(sequences)).isEqualTo(evaluator.probabilities(input, 40));
        assertThat(evaluator.firstLayer(sequences)).isEqualTo(evaluator.firstLayer(input, 40));
        InputGradients ofCodes = evaluator.inputGradients(sequences, 1, OutputScale.LOGIT);
        InputGradients ofNumbers = evaluator.inputGradients(input, 40, 1, OutputScale.LOGIT);
        assertThat(ofCodes.values()).isEqualTo(ofNumbers.values());
        assertThat(ofCodes.outputs()).isEqualTo(ofNumbers.outputs());
        assertThatThrownBy(() -> evaluator.logits(List.of(new byte[199])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("199 bases for a sample of 200");
    }

    @Test
    void probabilityIsTheSigmoidAndSoAreItsGradients() {
        float[] input = Cases.flat(Cases.codes(2, 200, 3));
        Evaluator evaluator = network.evaluator(1);
        float[] logits = evaluator.logits(input, 2);
        float[] probabilities = evaluator.probabilities(input, 2);
        float[] dlogit =
                evaluator.inputGradients(input, 2, 2, OutputScale.LOGIT).values();
        float[] dp =
                evaluator.inputGradients(input, 2, 2, OutputScale.PROBABILITY).values();
        for (int i = 0; i < logits.length; i++) {
            assertThat(probabilities[i]).isEqualTo((float) (1 / (1 + Math.exp(-logits[i]))));
        }
        double p = probabilities[2];
        double largest = 0;
        for (float d : dlogit) {
            largest = Math.max(largest, Math.abs(d));
        }
        for (int i = 0; i < 800; i++) {
            assertThat((double) dp[i])
                    .isCloseTo(dlogit[i] * p * (1 - p), org.assertj.core.data.Offset.offset(1e-6 * largest));
        }
    }

    /** The folded kernel, applied directly, gives the first layer's activations. */
    @Test
    void foldedKernelIsTheFirstLayer() {
        byte[][] codes = Cases.codes(1, 200, 8);
        float[] input = Cases.flat(codes);
        float[] activations = network.evaluator(1).firstLayer(input, 1);
        FirstLayerKernel folded = network.firstLayerKernel();
        assertThat(folded.padLeft()).isEqualTo(9);
        assertThat(activations).hasSize(200 * 24);
        for (int l = 0; l < 200; l++) {
            for (int f = 0; f < 24; f++) {
                double sum = folded.bias()[f];
                for (int k = 0; k < 19; k++) {
                    int at = l + k - folded.padLeft();
                    for (int base = 0; base < 4 && at >= 0 && at < 200; base++) {
                        sum += folded.kernel()[f][k][base] * input[at * 4 + base];
                    }
                }
                assertThat((double) activations[l * 24 + f])
                        .isCloseTo(Math.exp(sum), org.assertj.core.data.Offset.offset(1e-5 * Math.exp(sum)));
            }
        }
    }
}
