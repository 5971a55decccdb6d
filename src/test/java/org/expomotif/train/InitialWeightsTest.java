package org.expomotif.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.expomotif.network.Network;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialWeightsTest {
    private static final Initialization GLOROT = Initialization.named("glorot-uniform");

    @TempDir
    private Path folder = Path.of("");

    private final Network given = Network.create(spec("cnn-dist", 200, "relu", 2), GLOROT, 1);
    private String file = "";

    @BeforeEach
    void write() {
        file = folder.resolve("m.zip").toString();
        for (Parameter parameter : given.parameters().values()) {
            parameter.values()[0] += 1;
        }
        given.weightsChanged();
        TinyModel.model(given, "a", "b").write(file);
    }

    @Test
    void everyWeightAndStatisticIsCopied() {
        NetworkSpec spec = spec("cnn-dist", 200, "relu", 2).withoutDropout();
        InitialWeights start = InitialWeights.read(file, spec, List.of("a", "b"));
        Network network = Network.create(spec, GLOROT, 2);
        start.fill(network);
        network.parameters()
                .forEach((name, parameter) -> assertThat(parameter.values())
                        .as(name)
                        .isEqualTo(given.parameters().get(name).values()));
        float[] input = new float[800];
        Arrays.fill(input, 0.25f);
        assertThat(network.evaluator(1).logits(input, 1))
                .isEqualTo(given.evaluator(1).logits(input, 1));
        assertThat(start.note()).isEqualTo("starting from the weights of " + file);
    }

    @Test
    void otherClassesGetANewOutputLayer() {
        NetworkSpec spec = spec("cnn-dist", 200, "relu", 3);
        InitialWeights start = InitialWeights.read(file, spec, List.of("a", "b", "c"));
        Network network = Network.create(spec, GLOROT, 2);
        start.fill(network);
        Network untouched = Network.create(spec, GLOROT, 2);
        network.parameters()
                .forEach((name, parameter) -> assertThat(parameter.values())
                        .as(name)
                        .isEqualTo((name.startsWith("output/") ? untouched : given)
                                .parameters()
                                .get(name)
                                .values()));
        assertThat(start.note()).endsWith("m.zip; its classes were a, b, so the output layer is new");
    }

    @Test
    void otherLayersAreRefused() {
        refused(spec("cnn-dist", 400, "relu", 2), "expected 400 bases, the length of the sequences, found 200 bases");
        refused(spec("cnn-dist", 200, "exponential", 2), "layer 1: the model to start from has other layers");
        refused(
                spec("cnn-local", 200, "relu", 2),
                "layer 2: the model to start from has other layers: expected MaxPool[size=50, padding=VALID] of cnn-local");
        refused(spec("cnn-dist", 200, "relu", 2).withoutBatchNorm(), "layer 1: ");
    }

    private void refused(NetworkSpec spec, String message) {
        assertThatThrownBy(() -> InitialWeights.read(file, spec, List.of("a", "b")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message);
    }

    private static NetworkSpec spec(String name, int length, String activation, int classes) {
        return Architectures.named(name, length, Activation.named(activation), classes);
    }
}
