package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the backward pass of the double-precision network with central differences of its own forward pass, for
 * inputs and parameters, in training and in evaluation mode.
 *
 * <p>ReLU and maximum have kinks: coordinates whose left and right differences disagree by more than 1e-4 are skipped;
 * at most 5% of the coordinates may be.
 */
class FiniteDifferencesTest {
    private static final double STEP = 1e-6;
    private static final int SAMPLES = 4;

    private int compared;
    private int skipped;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyArchitecture(boolean training) {
        for (NetworkSpec spec : Cases.small(Activation.named("exponential"))) {
            check(spec, training);
            check(spec.withFirstActivation(Activation.named("relu")), training);
        }
        check(Cases.small(Activation.named("relu")).get(2).withoutBatchNorm(), training);
        check(Cases.small(Activation.named("tanh")).get(6).withoutBatchNorm(), training);
        assertThat(compared).isGreaterThan(2000);
        assertThat(skipped).isLessThan(compared / 20);
    }

    /** The networks at the widths of the study, basset on fewer bases; two values of every parameter array. */
    @ParameterizedTest
    @ValueSource(strings = {"cnn-2", "cnn-50", "cnn-deep", "cnn-local", "cnn-dist", "basset", "residualbind"})
    void everyArchitectureAtFullWidth(String name) {
        int length = name.equals("basset") ? 220 : name.equals("residualbind") ? 400 : 200;
        NetworkSpec spec = Architectures.named(name, length, Activation.named("exponential"), 2)
                .withoutDropout();
        check(spec, true, 6, 2);
        check(spec, false, 6, 2);
        assertThat(compared).isGreaterThan(40);
        assertThat(skipped).isLessThan(compared / 20);
    }

    @Test
    void everyActivation() {
        for (String name : Activation.names()) {
            everyActivation(Activation.named(name));
        }
        everyActivation(Activation.named("exponential:0.5"));
        assertThat(skipped).isLessThan(compared / 20);
    }

    private void everyActivation(Activation f) {
        LayerSpec convolution = new LayerSpec.Convolution(4, 5, LayerSpec.Padding.SAME, true, f, 0);
        check(new NetworkSpec(f.name(), 20, 2, List.of(convolution)), true);
        for (double x = -9.05; x < 9.1; x += 0.3) {
            double numeric = (f.value(x + 1e-6) - f.value(x - 1e-6)) / 2e-6;
            assertThat(f.derivative(x))
                    .as(f.name() + " at " + x)
                    .isCloseTo(
                            numeric,
                            org.assertj.core.data.Offset.offset(1e-5 * (1e-2 + Math.abs(numeric)) + 1e-8 * f.outer()));
        }
    }

    private void check(NetworkSpec spec, boolean training) {
        check(spec, training, 30, 8);
    }

    private void check(NetworkSpec spec, boolean training, int inputs, int perArray) {
        Network network = Cases.network(spec, 11);
        DoubleNetwork twin = new DoubleNetwork(network);
        int length = spec.inputLength();
        double[][][] x = Cases.doubles(Cases.flat(Cases.codes(SAMPLES, length, 5)), SAMPLES, length);
        SplittableRandom random = new SplittableRandom(6);
        for (double[][] sample : x) {
            for (double[] row : sample) {
                for (int c = 0; c < 4; c++) {
                    row[c] += random.nextDouble(-0.1, 0.1);
                }
            }
        }
        float[] labels = Cases.labels(SAMPLES * spec.outputs(), 7);
        double[][][] dx = twin.lossGradient(x, labels, training);
        DoubleSupplier loss = () -> twin.loss(x, labels, training);
        String at = spec.name() + " " + spec.firstActivation() + (training ? " training " : " evaluation ");
        for (int i = 0; i < inputs; i++) {
            int n = random.nextInt(SAMPLES);
            int l = random.nextInt(length);
            int c = random.nextInt(4);
            compare(x[n][l], c, dx[n][l][c], loss, at + "input");
        }
        network.parameters().values().stream().filter(Parameter::trained).forEach(p -> {
            double[] w = twin.weights.get(p.name());
            double[] g = twin.gradients.get(p.name()).clone();
            for (int i = 0; i < perArray; i++) {
                int q = random.nextInt(w.length);
                compare(w, q, g[q], loss, at + p.name());
            }
        });
    }

    private void compare(double[] where, int index, double gradient, DoubleSupplier loss, String what) {
        double middle = loss.getAsDouble();
        double kept = where[index];
        where[index] = kept + STEP;
        double right = (loss.getAsDouble() - middle) / STEP;
        where[index] = kept - STEP;
        double left = (middle - loss.getAsDouble()) / STEP;
        where[index] = kept;
        double scale = Math.abs(right) + Math.abs(left) + 1e-4;
        compared++;
        if (Math.abs(right - left) > 1e-4 * scale) {
            skipped++;
            return;
        }
        assertThat(Math.abs(gradient - (left + right) / 2)).as(what).isLessThan(1e-4 * scale);
    }
}
