package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DeepLIFT: the sums of contributions, and a comparison with the double-precision network. */
@Tag("vectors")
class RescaleTest {
    private static final int PAIRS = 6;

    private static List<String> activations() {
        List<String> names = new ArrayList<>(Activation.names());
        names.add("exponential:0.5");
        names.add("exponential:3");
        return names;
    }

    /** The seven architectures with exponential and ReLU, one with every activation, two without normalisation. */
    private static List<NetworkSpec> networks() {
        List<NetworkSpec> specs = new ArrayList<>(Cases.small(Activation.named("exponential")));
        specs.addAll(Cases.small(Activation.named("relu")));
        for (String name : activations()) {
            specs.add(Cases.small(Activation.named(name)).get(4));
        }
        specs.add(Cases.small(Activation.named("exponential")).get(2).withoutBatchNorm());
        specs.add(Cases.small(Activation.named("tanh")).get(6).withoutBatchNorm());
        return specs;
    }

    /** Shifted functions are nearly constant on normalised values, so this widens their distribution. */
    private static Network network(NetworkSpec spec, Kernels kernels) {
        Network network = Cases.network(spec, 3, kernels);
        if (spec.firstActivation().shift() > 1 && spec.firstActivation().outer() == 1) {
            float[] gamma = Objects.requireNonNull(network.parameters().get("conv1_bn/gamma"))
                    .values();
            for (int i = 0; i < gamma.length; i++) {
                gamma[i] *= 4;
            }
            network.weightsChanged();
        }
        return network;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void contributionsAddUpToTheDifferenceOfOutputs(boolean plain) {
        for (NetworkSpec spec : networks()) {
            Network network = network(spec, plain ? new PlainKernels() : Kernels.best());
            int size = 4 * spec.inputLength();
            float[] samples = Cases.flat(Cases.codes(PAIRS, spec.inputLength(), 5));
            float[] references = Cases.flat(Cases.codes(PAIRS, spec.inputLength(), 6));
            for (OutputScale scale : OutputScale.values()) {
                Multipliers m = network.evaluator(1).multipliers(samples, PAIRS, references, 1, 1, scale);
                double largest = 0;
                double gap = 0;
                for (int p = 0; p < PAIRS; p++) {
                    double sum = 0;
                    for (int i = p * size; i < (p + 1) * size; i++) {
                        sum += (double) m.values()[i] * (samples[i] - references[i]);
                    }
                    double difference = (double) m.outputs()[p] - m.referenceOutputs()[p];
                    largest = Math.max(largest, Math.abs(difference));
                    gap = Math.max(gap, Math.abs(sum - difference));
                }
                String what = spec.name() + " " + spec.firstActivation() + " " + scale;
                // A probability is a float of at most 1, which limits the accuracy of a difference.
                double rounding = scale == OutputScale.PROBABILITY ? Math.ulp(0.5f) : 0;
                assertThat(gap).as(what).isLessThanOrEqualTo(1e-4 * largest + rounding);
            }
        }
    }

    @Test
    void singlePrecisionAgreesWithDoublePrecision() {
        for (NetworkSpec spec : networks()) {
            Network network = network(spec, Kernels.best());
            DoubleNetwork twin = new DoubleNetwork(network);
            int length = spec.inputLength();
            float[] samples = Cases.flat(Cases.codes(PAIRS, length, 5));
            float[] references = Cases.flat(Cases.codes(PAIRS, length, 6));
            double[][][] x = Cases.doubles(samples, PAIRS, length);
            double[][][] r = Cases.doubles(references, PAIRS, length);
            Multipliers m = network.evaluator(1).multipliers(samples, PAIRS, references, 1, 1, OutputScale.LOGIT);
            double worst = 0;
            for (int p = 0; p < PAIRS; p++) {
                double[] expected = Arrays.stream(twin.multipliers(x[p], r[p], 1))
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
                double sum = 0;
                double largest = 0;
                double off = 0;
                for (int i = 0; i < expected.length; i++) {
                    sum += expected[i] * (x[p][i / 4][i % 4] - r[p][i / 4][i % 4]);
                    largest = Math.max(largest, Math.abs(expected[i]));
                    off = Math.max(off, Math.abs(expected[i] - m.values()[p * expected.length + i]));
                }
                double[][] outputs = twin.logits(new double[][][] {x[p], r[p]}, false);
                double difference = outputs[0][1] - outputs[1][1];
                String what = spec.name() + " " + spec.firstActivation();
                assertThat(sum).as(what).isCloseTo(difference, within(1e-9 * (1 + Math.abs(difference))));
                worst = Math.max(worst, off / largest);
            }
            // A logarithm near its pole multiplies the rounding error of its argument.
            double tolerance = spec.firstActivation().name().equals("log") ? 1e-3 : 1e-4;
            assertThat(worst).as(spec.name() + " " + spec.firstActivation()).isLessThan(tolerance);
        }
    }

    /** The multipliers of a sample with itself as the reference are its gradient. */
    @Test
    void againstItselfMultipliersAreGradients() {
        for (NetworkSpec spec : networks()) {
            Network network = network(spec, Kernels.best());
            float[] samples = Cases.flat(Cases.codes(PAIRS, spec.inputLength(), 5));
            float[] gradients = network.evaluator(1)
                    .inputGradients(samples, PAIRS, 1, OutputScale.LOGIT)
                    .values();
            float[] multipliers = network.evaluator(1)
                    .multipliers(samples, PAIRS, samples, 1, 1, OutputScale.LOGIT)
                    .values();
            double largest = 0;
            double off = 0;
            for (int i = 0; i < gradients.length; i++) {
                largest = Math.max(largest, Math.abs(gradients[i]));
                off = Math.max(off, Math.abs(gradients[i] - multipliers[i]));
            }
            assertThat(off / largest)
                    .as(spec.name() + " " + spec.firstActivation())
                    .isLessThan(2e-6);
        }
    }

    @Test
    void resultsDoNotDependOnThreadsOrOtherSamples() {
        Network network = Cases.network(Architectures.named("cnn-dist", 200, Activation.named("exponential"), 3), 2);
        float[] samples = Cases.flat(Cases.codes(12, 200, 3));
        float[] references = Cases.flat(Cases.codes(12 * 7, 200, 4));
        Multipliers all = network.evaluator(1).multipliers(samples, 12, references, 7, 1, OutputScale.LOGIT);
        Multipliers threads = network.evaluator(3).multipliers(samples, 12, references, 7, 1, OutputScale.LOGIT);
        assertThat(threads.values()).isEqualTo(all.values());
        assertThat(threads.outputs()).isEqualTo(all.outputs());
        assertThat(all.outputs()[11]).isEqualTo(network.evaluator(1).logits(samples, 12)[11 * 3 + 1]);
        float[] last = Arrays.copyOfRange(references, 83 * 800, 84 * 800);
        Multipliers one = network.evaluator(1)
                .multipliers(Arrays.copyOfRange(samples, 11 * 800, 12 * 800), 1, last, 1, 1, OutputScale.LOGIT);
        assertThat(one.values()).isEqualTo(Arrays.copyOfRange(all.values(), 83 * 800, 84 * 800));
        assertThat(one.referenceOutputs()[0]).isEqualTo(all.referenceOutputs()[83]);
    }

    @Test
    void slopeIsTheDividedDifference() {
        SplittableRandom random = new SplittableRandom(1);
        for (String name : activations()) {
            Activation f = Activation.named(name);
            for (int i = 0; i < 2000; i++) {
                double a = random.nextDouble(-9, 9);
                double b = i % 2 == 0 ? random.nextDouble(-9, 9) : a + random.nextDouble(-1, 1) * 1e-3;
                double rise = f.value(b) - f.value(a);
                double rounding = 1e-14 * (Math.abs(f.value(a)) + Math.abs(f.value(b)) + 1e-3);
                assertThat(f.slope(a, b) * (b - a))
                        .as("%s from %s to %s", name, a, b)
                        .isCloseTo(rise, within(1e-12 * Math.abs(rise) + rounding));
                assertThat(f.slope(a, b)).isEqualTo(f.slope(b, a), within(1e-9 * Math.abs(f.slope(a, b))));
                double near = a + 1e-9;
                if (f.derivative(a - 1e-6) != 0 && Math.abs(a) > 1e-3) {
                    assertThat(f.slope(a, near))
                            .as("%s at %s", name, a)
                            .isCloseTo(f.derivative(a), within(1e-5 * Math.abs(f.derivative(a)) + 1e-300));
                }
            }
            assertThat(f.slope(0.5, 0.5)).isEqualTo(f.derivative(0.5));
        }
    }
}
