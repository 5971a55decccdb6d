package org.expomotif.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.expomotif.dna.OneHot;
import org.expomotif.network.Gradients;
import org.expomotif.network.Network;
import org.expomotif.network.SmoothCase;
import org.expomotif.network.TrainerOptions;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With the same weights, both engines give the same outputs and gradients up to rounding. Both are compared with double
 * precision, within the rounding error possible in each network. Which engine is closer depends on the order of sums
 * and therefore on the processor.
 */
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
        assertThat(Dl4j.isInstalled()).isTrue();
        Backend.load(Device.AUTO);
    }

    /** A network, and the layers that DL4J builds it from. */
    record Case(NetworkSpec spec, List<LayerImplementation> layers) {
        @Override
        public String toString() {
            return spec.name() + " " + spec.firstActivation() + " " + layers;
        }
    }

    /** Every architecture with few filters and the layers for training, with activations of all kinks and ranges. */
    static Stream<Case> everyArchitecture() {
        return Stream.of("relu", "exponential", "shift-scale-sigmoid")
                .map(Activation::named)
                .flatMap(ParityTest::everyArchitecture);
    }

    /** Every architecture with every activation. */
    static Stream<Case> everyActivation() {
        return activations().flatMap(ParityTest::everyArchitecture);
    }

    private static Stream<Case> everyArchitecture(Activation activation) {
        return Architectures.names().stream()
                .map(name -> new Case(Cases.narrow(named(name, activation)), List.of(LayerImplementation.NATIVE)));
    }

    /** The widths of the study, biases and even kernels, with both kinds of layers. */
    static Stream<Case> fullWidth() {
        Stream<NetworkSpec> exponential =
                Architectures.names().stream().map(name -> named(name, Activation.named("exponential")));
        return Stream.concat(exponential, others())
                .map(NetworkSpec::withoutDropout)
                .map(spec -> new Case(spec, List.of(LayerImplementation.values())));
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
    @MethodSource("everyArchitecture")
    @Tag("vectors")
    void sameOutputsAndGradients(Case test) {
        check(test, 5);
    }

    @ParameterizedTest
    @MethodSource({"everyActivation", "fullWidth"})
    void sameOutputsAndGradientsEverywhere(Case test) {
        check(test, 6);
    }

    private static void check(Case test, long seed) {
        SmoothCase smooth = SmoothCase.of(test.spec, SAMPLES, seed);
        Network network = smooth.network();
        byte[][] codes = smooth.codes();
        float[] input = OneHot.of(List.of(codes));
        probabilities("simd", network.evaluator(1).probabilities(input, SAMPLES), smooth);
        TrainerOptions options = new TrainerOptions(SAMPLES, 1e-3, 0, 1, 1);
        for (LayerImplementation layers : test.layers) {
            try (Dl4jTrainer theirs = new Dl4jTrainer(network, options, layers)) {
                probabilities("dl4j", theirs.probabilities(codes, SAMPLES), smooth);
                Map<String, float[]> gradients = new LinkedHashMap<>();
                double loss = theirs.gradients(codes, smooth.labels(), SAMPLES, gradients);
                gradients("dl4j", loss, gradients, smooth);
            }
        }
        gradients(
                "simd",
                Gradients.loss(network, codes, smooth.labels(), SAMPLES),
                Gradients.of(network, codes, smooth.labels(), SAMPLES),
                smooth);
    }

    private static void probabilities(String engine, float[] found, SmoothCase smooth) {
        assertThat(found).hasSize(SAMPLES * OUTPUTS);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i])
                    .as("%s, output %d", engine, i)
                    .isCloseTo(
                            smooth.exact().probability(i), within(smooth.bound().probability()));
        }
    }

    private static void gradients(String engine, double loss, Map<String, float[]> found, SmoothCase smooth) {
        assertThat(loss)
                .as("%s, loss", engine)
                .isCloseTo(smooth.exact().loss(), within(smooth.bound().loss()));
        List<String> trained = smooth.network().parameters().values().stream()
                .filter(Parameter::trained)
                .map(Parameter::name)
                .toList();
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(trained);
        found.forEach((name, values) -> assertThat(smooth.exact().distance(name, values))
                .as("%s, gradient of %s", engine, name)
                .isLessThanOrEqualTo(smooth.bound().gradient()));
    }
}
