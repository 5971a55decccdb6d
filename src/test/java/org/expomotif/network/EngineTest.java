package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The single-precision engine against {@link DoubleNetwork}: forward, gradients of parameters and of inputs.
 *
 * <p>If two candidates of a maximum differ only by rounding, the two precisions can choose different ones, and the
 * gradients differ. The seeds are chosen such that this does not happen; the engine's results are the same bits on
 * every machine.
 */
@Tag("vectors")
class EngineTest {
    private static final double TOLERANCE = 1e-4;

    /**
     * Functions that are nearly constant or nearly singular here, so that rounding to single precision changes the
     * position of the maximum.
     */
    private static final List<String> FLAT = List.of("shift-tanh", "log", "log-relu");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void smallNetworksOnBothKernels(boolean plain) {
        List<NetworkSpec> specs = new ArrayList<>(Cases.small(Activation.named("exponential")));
        for (String name : Activation.names()) {
            specs.add(Cases.small(Activation.named(name)).get(2));
        }
        specs.add(Cases.small(Activation.named("exponential")).get(2).withoutBatchNorm());
        specs.add(Cases.small(Activation.named("relu")).get(6).withoutBatchNorm());
        for (NetworkSpec spec : specs) {
            if (!FLAT.contains(spec.firstActivation().name())) {
                check(Cases.network(spec, 3, plain ? new PlainKernels() : Kernels.best()), 9, 21);
            }
        }
    }

    @Test
    void fullNetworks() {
        for (String name : Architectures.names()) {
            int length = name.equals("residualbind") ? 400 : name.equals("basset") ? 220 : 200;
            NetworkSpec spec = Architectures.named(name, length, Activation.named("exponential"), 12);
            check(Cases.network(spec.withoutDropout(), 4), 6, 31);
        }
    }

    /** Enough samples for several per part of the batch, so that a run of the weight gradient covers more than one. */
    @Test
    void manySamples() {
        for (NetworkSpec spec : Cases.small(Activation.named("exponential"))) {
            check(Cases.network(spec, 3), 90, 40);
        }
    }

    private static void check(Network network, int n, long seed) {
        NetworkSpec spec = network.spec();
        String what = spec.name() + " " + spec.firstActivation();
        int length = spec.inputLength();
        byte[][] codes = Cases.codes(n, length, seed);
        float[] labels = Cases.labels(n * spec.outputs(), seed + 1);
        float[] flat = Cases.flat(codes);
        double[][][] x = Cases.doubles(flat, n, length);
        DoubleNetwork twin = new DoubleNetwork(network);

        Evaluator evaluator = network.evaluator(2);
        double[][] logits = twin.logits(x, false);
        close(what + " logits", evaluator.logits(flat, n), flatten(logits), 0);
        double[][] one = new double[n][spec.outputs()];
        for (double[] row : one) {
            row[1] = 1;
        }
        double[][][] dx = twin.backward(one);
        double[] inputs = Arrays.stream(dx)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        close(
                what + " input gradients",
                evaluator.inputGradients(flat, n, 1, OutputScale.LOGIT).values(),
                inputs,
                0);

        double loss = twin.loss(x, labels, true);
        twin.lossGradient(x, labels, true);
        try (Trainer trainer = network.trainer(new TrainerOptions(n + 3, 1e-3, 1e-6, 1, 2))) {
            assertThat(trainer.gradients(codes, labels, n)).as(what).isCloseTo(loss, within(1e-5 * loss));
            double largest = twin.gradients.values().stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            for (Parameter p : network.parameters().values()) {
                if (p.trained()) {
                    close(what + " " + p.name(), trainer.gradient(p), twin.gradients.get(p.name()), largest / 100);
                }
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    private static double[] flatten(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * Checks the maximum difference relative to the maximum value, which counts as at least {@code floor}, because some
     * gradients are zero except for rounding (those of a shift that a later normalisation removes).
     */
    private static void close(String what, float[] actual, double[] expected, double floor) {
        assertThat(actual).as(what).hasSize(expected.length);
        double largest = floor + 1e-30;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
        }
        assertThat(difference / largest).as(what).isLessThan(TOLERANCE);
    }
}
