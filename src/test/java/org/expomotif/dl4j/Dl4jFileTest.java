package org.expomotif.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.expomotif.network.Network;
import org.expomotif.network.SmoothCase;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/** Files that are written for DL4J and read back. */
@Tag("dl4j")
class Dl4jFileTest {
    private static final List<String> CLASSES = List.of("SP1", "MAX");

    @TempDir
    Path folder;

    @BeforeAll
    static void isThere() {
        assertThat(Dl4j.isInstalled()).isTrue();
        Backend.load(Device.AUTO);
    }

    private static Model model(String architecture, int length, String activation) {
        NetworkSpec spec = Architectures.named(architecture, length, Activation.named(activation), CLASSES.size());
        return model(Cases.network(spec, 3));
    }

    private static Model model(Network network) {
        return new Model(
                network,
                ModelInfo.of(network.spec(), CLASSES, Map.of("--l2", "1e-6"), Map.of("test_auroc", 0.9), 7, "0.1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exponential", "relu"})
    void modelSerializerReadsAWrittenModelWithTheSameOutputs(String activation) throws IOException {
        NetworkSpec spec = Architectures.named("residualbind", 300, Activation.named(activation), CLASSES.size());
        SmoothCase smooth = SmoothCase.of(spec, 5, 1);
        Model model = model(smooth.network(spec));
        String path = folder.resolve("net.zip").toString();
        Dl4j.write(model, path);
        byte[][] codes = smooth.codes();
        ComputationGraph graph = ModelSerializer.restoreComputationGraph(new File(path));
        INDArray input = Nd4j.zeros(5, 4, 1, 300);
        for (int s = 0; s < codes.length; s++) {
            for (int l = 0; l < 300; l++) {
                for (int base = 0; base < 4; base++) {
                    input.putScalar(new int[] {s, base, 0, l}, codes[s][l] == base ? 1 : codes[s][l] == 4 ? 0.25 : 0);
                }
            }
        }
        float[] theirs = graph.outputSingle(input).dup('c').data().asFloat();
        float[] ours = model.network().evaluator(1).probabilities(List.of(codes));
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.length; i++) {
            double exact = smooth.exact().probability(i);
            assertThat((double) theirs[i])
                    .isCloseTo(exact, within(smooth.bound().probability()));
            assertThat((double) ours[i]).isCloseTo(exact, within(smooth.bound().probability()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn-2", "cnn-deep", "residualbind"})
    void aWrittenModelIsReadBackUnchanged(String architecture) throws IOException {
        Model model = model(architecture, 300, "shift-scale-sigmoid");
        String path = folder.resolve("net.zip").toString();
        Dl4j.write(model, path);
        Model back = Dl4j.read(path, 0);
        assertThat(back.info()).isEqualTo(model.info());
        assertSameLayers(back.network().spec(), model.network().spec());
        model.network()
                .parameters()
                .forEach((name, parameter) -> assertThat(
                                back.network().parameters().get(name).values())
                        .as(name)
                        .isEqualTo(parameter.values()));
        byte[] once = Files.readAllBytes(Path.of(path));
        Dl4j.write(back, path);
        assertThat(Files.readAllBytes(Path.of(path))).isEqualTo(once);
    }

    private static void assertSameLayers(NetworkSpec found, NetworkSpec expected) {
        assertThat(found.layers()).hasSameSizeAs(expected.layers());
        for (int i = 0; i < found.layers().size(); i++) {
            // 1 - (1 - p) can differ from p in the last bit.
            assertThat(withoutDropout(found.layers().get(i)))
                    .isEqualTo(withoutDropout(expected.layers().get(i)));
            assertThat(dropout(found.layers().get(i)))
                    .isCloseTo(dropout(expected.layers().get(i)), within(1e-12));
        }
    }

    private static LayerSpec withoutDropout(LayerSpec layer) {
        return switch (layer) {
            case LayerSpec.Convolution c ->
                new LayerSpec.Convolution(c.filters(), c.width(), c.padding(), c.batchNorm(), c.activation(), 0);
            case LayerSpec.Dense d -> new LayerSpec.Dense(d.units(), d.batchNorm(), d.activation(), 0);
            default -> layer;
        };
    }

    private static double dropout(LayerSpec layer) {
        return switch (layer) {
            case LayerSpec.Convolution c -> c.dropout();
            case LayerSpec.Dense d -> d.dropout();
            default -> 0;
        };
    }

    private static MultiLayerNetwork foreign(org.deeplearning4j.nn.conf.layers.Layer between) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new ConvolutionLayer.Builder(1, 5)
                        .nOut(6)
                        .activation(new ActivationReLU())
                        .build())
                .layer(new SubsamplingLayer.Builder()
                        .kernelSize(1, 4)
                        .stride(1, 4)
                        .build())
                .layer(between)
                .layer(new OutputLayer.Builder(new LossBinaryXENT())
                        .nOut(2)
                        .activation(new ActivationSigmoid())
                        .build())
                .setInputType(InputType.convolutional(1, 40, 4))
                .build());
        network.init();
        return network;
    }

    @Test
    void aNetworkOfLayersMadeElsewhereIsImported() throws IOException {
        MultiLayerNetwork theirs = foreign(new DenseLayer.Builder()
                .nOut(7)
                .activation(new ActivationReLU())
                .build());
        File file = folder.resolve("theirs.zip").toFile();
        ModelSerializer.writeModel(theirs, file, true);
        assertThatThrownBy(() -> Dl4j.read(file.toString(), 0))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("theirs.zip")
                .hasMessageContaining("--length");
        Model model = Dl4j.read(file.toString(), 40);
        assertThat(model.info().classes()).containsExactly("class1", "class2");
        byte[][] codes = {new byte[40]};
        float[] ours = model.network().evaluator(1).probabilities(List.of(codes));
        INDArray input = Nd4j.zeros(1, 4, 1, 40);
        for (int l = 0; l < 40; l++) {
            input.putScalar(new int[] {0, 0, 0, l}, 1);
        }
        float[] expected = theirs.output(input).dup('c').data().asFloat();
        assertThat(ours[0]).isCloseTo(expected[0], within(1e-5f));
        assertThat(ours[1]).isCloseTo(expected[1], within(1e-5f));
    }

    /** An object that must not be deserialized from a file. */
    private static final class Canary implements Serializable {
        private static final long serialVersionUID = 1L;
        private static boolean alive;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            alive = true;
        }
    }

    /** The zip of a network with an additional entry. */
    private Path withEntry(String name, byte[] content) throws IOException {
        Path plain = folder.resolve("plain.zip");
        Dl4j.write(model("cnn-2", 200, "relu"), plain.toString());
        Path more = folder.resolve("more.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(plain));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(more))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return more;
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "normalizer.bin", "objects/preprocessor"})
    void noObjectOfAFileIsDeserialized(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Canary());
        }
        Canary.alive = false;
        Model read = Dl4j.read(withEntry(entry, bytes.toByteArray()).toString(), 0);
        assertThat(read.info().classes()).isEqualTo(CLASSES);
        assertThat(Canary.alive).isFalse();
    }

    @Test
    void anEntryThatInflatesBeyondItsMaximumIsRefused() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(ModelSerializer.CONFIGURATION_JSON));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 17; i++) {
                out.write(blanks);
            }
        }
        assertThat(Files.size(zip)).isLessThan(100_000);
        assertThatThrownBy(() -> Dl4j.read(zip.toString(), 0))
                .isInstanceOf(UserException.class)
                .hasMessage(zip + ", entry configuration.json: an entry of the zip is too large: expected at most"
                        + " 16,777,216 bytes");
    }

    @Test
    void anotherLengthThanThatOfTheNetworkIsRefused() {
        String path = folder.resolve("net.zip").toString();
        Dl4j.write(model("cnn-2", 200, "relu"), path);
        assertThatThrownBy(() -> Dl4j.read(path, 100))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(
                        path + ", dense1/kernel: the number of weights differs from what the layer needs: expected ")
                .hasMessageContaining("--length");
    }

    /** What a file may lack or overstate: each is an error of the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"padding\" : \\[ [^\\]]*\\] | \"padding\" : null",
                "\"kernelSize\" : \\[ [^\\]]*\\] | \"kernelSize\" : null",
                "\"stride\" : \\[ [^\\]]*\\] | \"stride\" : [ 1 ]",
                "\"dilation\" : \\[ [^\\]]*\\] | \"dilation\" : [ ]",
                "\"nout\" : \\d+ | \"nout\" : 9999999999",
                "\"nout\" : \\d+ | \"nout\" : -1"
            })
    void whatTheConfigurationLacksOrOverstatesIsAFaultOfTheFile(String pattern, String replacement) throws IOException {
        String path = folder.resolve("net.zip").toString();
        Dl4j.write(model("cnn-2", 200, "relu"), path);
        String changed = changed(path, pattern, replacement);
        assertThatThrownBy(() -> Dl4j.read(changed, 200)).isInstanceOf(UserException.class);
    }

    /** A copy of a file with another configuration. */
    private String changed(String path, String pattern, String replacement) throws IOException {
        Path changed = folder.resolve("changed.zip");
        try (ZipFile zip = new ZipFile(path);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("configuration.json")) {
                    String json = new String(bytes, StandardCharsets.UTF_8);
                    String edited = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                            .matcher(json)
                            .replaceAll(Matcher.quoteReplacement(replacement));
                    assertThat(edited).isNotEqualTo(json);
                    bytes = edited.getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return changed.toString();
    }

    /** DL4J would allocate 4 GB for the second, and write past the end of its arrays for a similar one. */
    @ParameterizedTest
    @ValueSource(strings = {"513", "2000000"})
    void coefficientsFitTheConfiguration(String units) throws IOException {
        String path = folder.resolve("net.zip").toString();
        Dl4j.write(model("cnn-2", 200, "relu"), path);
        String changed = changed(path, "\"nOut\" : 512", "\"nOut\" : " + units);
        assertThatThrownBy(() -> Dl4j.read(changed, 200))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the coefficients do not fit the configuration");
    }

    @Test
    void layersWithoutCounterpartAreRefusedByName() throws IOException {
        File file = folder.resolve("theirs.zip").toFile();
        ModelSerializer.writeModel(foreign(new ActivationLayer(new ActivationSwish())), file, false);
        assertThatThrownBy(() -> Dl4j.read(file.toString(), 40))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ActivationLayer")
                .hasMessageContaining("vertex");
        Path none = Files.writeString(folder.resolve("none.zip"), "none");
        assertThatThrownBy(() -> Dl4j.read(none.toString(), 40))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a file that is not a zip");
    }
}
