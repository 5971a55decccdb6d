package org.expomotif.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.expomotif.network.Activation;
import org.expomotif.network.Architectures;
import org.expomotif.network.Gradients;
import org.expomotif.network.LayerSpec;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkSpec;
import org.expomotif.network.TrainerOptions;
import org.expomotif.train.Prediction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same weights in both engines give the same outputs and gradients. */
@Tag("dl4j")
class ParityTest {
    private static final Map<String, Integer> LENGTHS = Map.of(
            "cnn-2",
            83,
            "cnn-50",
            103,
            "cnn-deep",
            140,
            "cnn-local",
            104,
            "cnn-dist",
            123,
            "basset",
            150,
            "residualbind",
            300);
    private static final int SAMPLES = 6;
    private static final int OUTPUTS = 3;

    @BeforeAll
    static void isThere() {
        assumeTrue(Dl4j.isInstalled());
        Backend.load(Device.AUTO);
    }

    /** A network, and what DL4J builds it of. */
    record Case(NetworkSpec spec, Layers layers) {
        @Override
        public String toString() {
            return spec.name() + " " + spec.firstActivation() + " " + layers;
        }
    }

    /** Every architecture with every activation, at few filters, by what trains. */
    static Stream<Case> everyArchitectureAndActivation() {
        return activations()
                .flatMap(activation -> Architectures.names().stream()
                        .map(name -> new Case(Cases.narrow(named(name, activation)), Layers.NATIVE)));
    }

    /** The study's own widths, biases, even kernels: by both. */
    static Stream<Case> fullWidth() {
        Stream<NetworkSpec> exponential =
                Architectures.names().stream().map(name -> named(name, Activation.named("exponential")));
        return Stream.concat(exponential, others())
                .map(NetworkSpec::withoutDropout)
                .flatMap(spec -> Stream.of(Layers.values()).map(layers -> new Case(spec, layers)));
    }

    private static Stream<Activation> activations() {
        return Stream.concat(Activation.names().stream(), Stream.of("exponential:0.5"))
                .map(Activation::named);
    }

    private static NetworkSpec named(String name, Activation activation) {
        return Architectures.named(name, LENGTHS.get(name), activation, OUTPUTS);
    }

    private static Stream<NetworkSpec> others() {
        Stream<NetworkSpec> withBiases = Stream.of("cnn-50", "residualbind")
                .map(name -> named(name, Activation.named("relu")).withoutBatchNorm());
        return Stream.concat(withBiases, activations().map(ParityTest::small));
    }

    /** An even kernel, pools of both kinds, no dense layer before the output. */
    private static NetworkSpec small(Activation activation) {
        return new NetworkSpec(
                activation.name(),
                41,
                OUTPUTS,
                List.of(
                        new LayerSpec.Convolution(6, 8, LayerSpec.Padding.SAME, true, activation, 0),
                        new LayerSpec.MaxPool(3, LayerSpec.Padding.SAME),
                        new LayerSpec.Convolution(5, 4, LayerSpec.Padding.VALID, false, activation, 0),
                        new LayerSpec.MaxPool(2, LayerSpec.Padding.VALID)));
    }

    @ParameterizedTest
    @MethodSource({"everyArchitectureAndActivation", "fullWidth"})
    void sameOutputsAndGradients(Case test) {
        NetworkSpec spec = test.spec;
        Network network = Cases.network(spec, 5);
        byte[][] codes = Cases.codes(SAMPLES, spec.inputLength(), 6);
        float[] labels = Cases.labels(SAMPLES, OUTPUTS, 7);
        float[] input = Prediction.encode(List.of(codes), spec.inputLength());
        try (Dl4jTrainer theirs = new Dl4jTrainer(network, new TrainerOptions(SAMPLES, 1e-3, 0, 1, 1), test.layers)) {
            float[] expected = network.evaluator(1).probabilities(input, SAMPLES);
            float[] found = theirs.probabilities(codes, SAMPLES);
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) found[i]).as("output " + i).isCloseTo(expected[i], within(1e-5));
            }

            Map<String, float[]> gradients = new LinkedHashMap<>();
            double loss = theirs.gradients(codes, labels, SAMPLES, gradients);
            Map<String, float[]> ours = Gradients.of(network, codes, labels, SAMPLES);
            assertThat(gradients.keySet()).isEqualTo(ours.keySet());
            assertThat(loss).isCloseTo(Gradients.loss(network, codes, labels, SAMPLES), within(1e-4 * loss));
            double floor = floor(ours);
            ours.forEach((name, values) -> assertClose(name, gradients.get(name), values, floor));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    /**
     * What a gradient is measured against at least: some are zero but for rounding, because the next normalisation
     * takes out what they shift. So the bound is 1e-4 of an array's largest number or 1e-5 of the network's.
     */
    private static double floor(Map<String, float[]> gradients) {
        double largest = 0;
        for (float[] values : gradients.values()) {
            for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest / 10;
    }

    private static void assertClose(String name, float[] found, float[] expected, double floor) {
        double largest = floor;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            worst = Math.max(worst, Math.abs(expected[i] - found[i]));
        }
        assertThat(worst).as(name + ", largest " + largest).isLessThanOrEqualTo(1e-4 * largest);
    }
}
