package org.expomotif.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.expomotif.network.Network;
import org.expomotif.network.SmoothCase;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.LayerSpec.Padding;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.Version;
import org.expomotif.testing.TinyModel;
import org.expomotif.train.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported models, run by onnxruntime, against the original networks. */
class OnnxExporterTest {
    private static final int SAMPLES = 3;

    @TempDir
    private Path folder = Path.of("");

    static Stream<String> architectures() {
        return Architectures.names().stream();
    }

    static Stream<String> activations() {
        return Stream.concat(Activation.names().stream(), Stream.of("exponential:0.5"));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void everyArchitectureGivesTheSameOutputs(String name) throws OrtException {
        int length = name.equals("basset") ? 220 : name.equals("residualbind") ? 400 : 200;
        check(Architectures.named(name, length, Activation.named("exponential"), 3));
    }

    /** Every kind of layer, with partial windows on both sides in the pooling, under every activation. */
    @ParameterizedTest
    @MethodSource("activations")
    void everyActivationGivesTheSameOutputs(String name) throws OrtException {
        Activation relu = Activation.named("relu");
        List<LayerSpec> layers = List.of(
                new LayerSpec.Convolution(6, 8, Padding.SAME, true, Activation.named(name), 0.1),
                new LayerSpec.MaxPool(4, Padding.SAME),
                new LayerSpec.Residual(4, true),
                new LayerSpec.Residual(3, false),
                new LayerSpec.MaxPool(3, Padding.VALID),
                new LayerSpec.Convolution(5, 2, Padding.VALID, false, relu, 0),
                new LayerSpec.Dense(7, false, relu, 0.5),
                new LayerSpec.Dense(9, true, relu, 0.5));
        check(new NetworkSpec("all", 49, 2, layers));
    }

    @Test
    void aNetworkWithoutDenseLayersIsFlattenedBeforeTheOutput() throws OrtException {
        check(new NetworkSpec(
                "short",
                30,
                2,
                List.of(new LayerSpec.Convolution(3, 5, Padding.VALID, true, Activation.named("linear"), 0))));
    }

    @Test
    void theFileDescribesTheModel() throws OrtException {
        Model model = model(Architectures.named("cnn-local", 200, Activation.named("relu"), 2));
        try (OrtSession session = session(write(model, "m.onnx"))) {
            assertThat(session.getMetadata().getProducerName()).isEqualTo("expomotif");
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsEntry("classes", "[\"class 0\",\"class 1\"]")
                    .containsEntry("activation", "relu")
                    .containsEntry("network", "cnn-local")
                    .containsEntry("input_length", "200")
                    .containsEntry("expomotif.version", Version.number());
            TensorInfo input = (TensorInfo) session.getInputInfo().get("input").getInfo();
            assertThat(input.getShape()).containsExactly(-1, 200, 4);
            assertThat(session.getOutputNames()).containsExactly("probabilities", "logits");
        }
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        NetworkSpec spec = Architectures.named("cnn-dist", 200, Activation.named("shift-scale-tanh"), 1);
        assertThat(Files.readAllBytes(write(model(spec), "a.onnx")))
                .isEqualTo(Files.readAllBytes(write(model(spec), "b.onnx")));
    }

    private void check(NetworkSpec spec) throws OrtException {
        SmoothCase smooth = SmoothCase.of(spec, SAMPLES, 4);
        Model model = model(smooth.network(spec));
        float[] input = Prediction.encode(List.of(smooth.codes()), spec.inputLength());
        double[] logits = smooth.exact().logits();
        assertThat(logits).doesNotHaveDuplicates();
        double[] probabilities = IntStream.range(0, logits.length)
                .mapToDouble(smooth.exact()::probability)
                .toArray();
        long[] shape = {SAMPLES, spec.inputLength(), 4};
        try (OrtSession session = session(write(model, "m.onnx"));
                OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input), shape);
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            close(result, "probabilities", probabilities, smooth.bound().probability());
            close(result, "logits", logits, smooth.bound().logit());
        }
    }

    private static void close(OrtSession.Result result, String name, double[] expected, double bound)
            throws OrtException {
        float[][] actual = (float[][]) result.get(name).orElseThrow().getValue();
        int outputs = expected.length / SAMPLES;
        assertThat(actual).hasDimensions(SAMPLES, outputs);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i / outputs][i % outputs])
                    .as("%s %d", name, i)
                    .isCloseTo(expected[i], within(bound));
        }
    }

    private Path write(Model model, String name) {
        Path file = folder.resolve(name);
        new OnnxExporter().write(model, file.toString());
        return file;
    }

    private static OrtSession session(Path file) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }

    private static Model model(NetworkSpec spec) {
        return TinyModel.random(spec, 4, classes(spec));
    }

    private static Model model(Network network) {
        return TinyModel.model(network, classes(network.spec()));
    }

    private static String[] classes(NetworkSpec spec) {
        return IntStream.range(0, spec.outputs()).mapToObj(k -> "class " + k).toArray(String[]::new);
    }
}
