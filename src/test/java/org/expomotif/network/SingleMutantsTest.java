package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.OneHot;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the mutants that recompute only affected rows with predictions of every mutant. */
@Tag("vectors")
class SingleMutantsTest {
    private static float[] predictEach(Evaluator evaluator, byte[] codes, int output) {
        int length = codes.length;
        float[] inputs = new float[4 * length * 4 * length];
        for (int i = 0; i < 4 * length; i++) {
            byte[] mutant = codes.clone();
            mutant[i / 4] = codes[i / 4] == 4 ? 4 : (byte) (i % 4);
            OneHot.encode(mutant, inputs, i * 4 * length);
        }
        float[] logits = evaluator.logits(inputs, 4 * length);
        float[] chosen = new float[4 * length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = logits[i * evaluator.outputs() + output];
        }
        return chosen;
    }

    private static void check(Network network, long seed) {
        int length = network.spec().inputLength();
        byte[] codes = Cases.codes(1, length, seed)[0];
        // The ends, where windows are partial and rows may be left out of pooling, are known bases.
        codes[0] = 2;
        codes[length - 1] = 1;
        Evaluator evaluator = network.evaluator(2);
        float[] mutants = evaluator.mutants(codes, 1, OutputScale.LOGIT);
        assertThat(mutants)
                .as(network.spec().name() + " " + network.spec().firstActivation())
                .isEqualTo(predictEach(evaluator, codes, 1));
        assertThat(Arrays.stream(boxed(mutants)).distinct().count()).isGreaterThan(length);
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyArchitecture(boolean plain) {
        List<NetworkSpec> specs = new ArrayList<>(Cases.small(Activation.named("exponential")));
        specs.add(Cases.small(Activation.named("tanh")).get(6).withoutBatchNorm());
        specs.add(Cases.small(Activation.named("linear")).get(3).withoutBatchNorm());
        for (NetworkSpec spec : specs) {
            check(Cases.network(spec, 3, plain ? new PlainKernels() : Kernels.best()), 8);
        }
    }

    @Test
    void everyActivation() {
        for (String name : Activation.names()) {
            if (!name.equals("shift-tanh")) {
                check(Cases.network(Cases.small(Activation.named(name)).get(4), 3), 9);
            }
        }
    }

    @Test
    void fullWidth() {
        check(Cases.network(Architectures.named("cnn-deep", 200, Activation.named("exponential"), 12), 4), 5);
        check(Cases.network(Architectures.named("cnn-dist", 203, Activation.named("relu"), 2), 4), 6);
        check(Cases.network(Architectures.named("residualbind", 300, Activation.named("exponential"), 2), 4), 7);
    }

    @Test
    void theProbabilityIsTheSigmoidOfTheLogit() {
        Network network =
                Cases.network(Cases.small(Activation.named("exponential")).get(0), 3);
        byte[] codes = Cases.codes(1, network.spec().inputLength(), 2)[0];
        float[] logits = network.evaluator(1).mutants(codes, 2, OutputScale.LOGIT);
        float[] probabilities = network.evaluator(1).mutants(codes, 2, OutputScale.PROBABILITY);
        for (int i = 0; i < logits.length; i++) {
            assertThat(probabilities[i]).isEqualTo((float) (1 / (1 + Math.exp(-logits[i]))));
        }
    }
}
