package org.expomotif.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.expomotif.network.Cases;
import org.expomotif.network.Network;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTest {
    private static final NetworkSpec SPEC =
            Architectures.named("residualbind", 400, Activation.named("exponential:0.5"), 1);

    @TempDir
    private Path folder = Path.of("");

    private Network network = Cases.network(SPEC, 5);
    private String file = "";

    @BeforeEach
    void write() {
        file = folder.resolve("model.zip").toString();
        network = Cases.network(SPEC, 5);
        model().write(file);
    }

    private Model model() {
        ModelInfo info = ModelInfo.of(
                SPEC, List.of("ZBED2"), Map.of("init", "glorot-uniform"), Map.of("auroc", 0.9), 7, "0.1.0");
        return new Model(network, info);
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        Model read = Model.read(file);
        assertThat(read.info()).isEqualTo(model().info());
        assertThat(read.network().spec()).isEqualTo(SPEC);
        float[] input = Cases.flat(Cases.codes(5, 400, 1));
        assertThat(read.network().evaluator(2).logits(input, 5))
                .isEqualTo(network.evaluator(1).logits(input, 5));
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        byte[] first = Files.readAllBytes(Path.of(file));
        model().write(file);
        assertThat(Files.readAllBytes(Path.of(file))).isEqualTo(first);
    }

    @Test
    void arraysAreNamedAsInKeras() throws IOException {
        assertThat(network.parameters().keySet())
                .startsWith("conv1/kernel", "conv1_bn/gamma", "conv1_bn/beta", "conv1_bn/moving_mean")
                .contains("residual1_conv2_bn/moving_variance", "dense1/kernel")
                .endsWith("output/kernel", "output/bias");
        try (InputStream in = Files.newInputStream(Path.of(file));
                ZipInputStream zip = new ZipInputStream(in)) {
            assertThat(zip.getNextEntry()).hasFieldOrPropertyWithValue("name", "model.json");
            assertThat(zip.getNextEntry()).hasFieldOrPropertyWithValue("name", "conv1/kernel.npy");
            String header = new String(zip.readNBytes(80), StandardCharsets.ISO_8859_1);
            assertThat(header).contains("'shape': (19, 4, 24)");
        }
    }

    @Test
    void aFileThatIsNotAModelIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("model.txt"), ">a\nACGT\n");
        assertThatThrownBy(() -> Model.read(text.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("model.txt: this is not a model: expected the .zip that train wrote");
    }

    @Test
    void aDamagedFileIsReported() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(file));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Model.read(cut.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cut.zip");
    }

    @Test
    void newerFormatsAreRefused() throws IOException {
        rewrite("model.json", json -> json.replace("\"format\" : 1", "\"format\" : 2"), false);
        assertThatThrownBy(() -> Model.read(file))
                .hasMessageContaining("newer version")
                .hasMessageContaining("update");
    }

    @Test
    void missingWeightsAreNamed() throws IOException {
        rewrite("dense1_bn/gamma.npy", text -> text, true);
        assertThatThrownBy(() -> Model.read(file)).hasMessageContaining("dense1_bn/gamma.npy");
    }

    @Test
    void anotherShapeIsRefused() throws IOException {
        rewrite("model.json", json -> json.replace("\"units\" : 96", "\"units\" : 95"), false);
        assertThatThrownBy(() -> Model.read(file))
                .hasMessageContaining("dense1/kernel")
                .hasMessageContaining("96");
    }

    @Test
    void sequencesTooLongForAnyMachineAreRefused() throws IOException {
        rewrite("model.json", json -> json.replace("\"inputLength\" : 400", "\"inputLength\" : 2000000000"), false);
        assertThatThrownBy(() -> Model.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("model.zip, network residualbind, layer 1: the network is too large")
                .hasMessageContaining("found 2000000000 positions x 24");
    }

    @Test
    void weightsThatAreNotNumbersAreRefused() {
        network.parameters().get("dense1/kernel").values()[7] = Float.NaN;
        model().write(file);
        assertThatThrownBy(() -> Model.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("model.zip, dense1/kernel: the model's weights are not all numbers")
                .hasMessageContaining("found NaN");
    }

    /** Changes or omits one entry of the model file. */
    private void rewrite(String name, UnaryOperator<String> change, boolean leaveOut) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(Path.of(file));
                ZipInputStream zip = new ZipInputStream(in);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                boolean chosen = entry.getName().equals(name);
                if (!(chosen && leaveOut)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(
                            chosen
                                    ? change.apply(new String(content, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : content);
                    out.closeEntry();
                }
            }
        }
        Files.write(Path.of(file), bytes.toByteArray());
    }
}
