package org.expomotif.command.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.expomotif.command.Captured;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesOnnxAndNothingElse() throws IOException {
        NetworkSpec spec = Architectures.named("cnn-local", 200, Activation.named("relu"), 1);
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 1);
        new Model(network, ModelInfo.of(spec, List.of("bound"), Map.of(), Map.of(), 1, "0.1.0")).write(file("m.zip"));
        Captured run = Captured.run("export", "--model", file("m.zip"), "--format", "onnx", "-o", file("m.onnx"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        // Representation 7 as field 1, then the producer's name as field 2.
        assertThat(Files.readAllBytes(folder.resolve("m.onnx"))).startsWith(8, 7, 18, 9, 'e', 'x', 'p', 'o');
    }

    @Test
    void whatIsNoModelLeavesNoFile() throws IOException {
        Files.writeString(folder.resolve("s.fa"), ">a\nACGT\n");
        Captured run = Captured.run("export", "--model", file("s.fa"), "-o", file("m.onnx"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("s.fa: this is not a model");
        assertThat(folder.resolve("m.onnx")).doesNotExist();
    }

    @Test
    void anUnknownFormatIsAUsageError() {
        Captured run = Captured.run("export", "--model", file("m.zip"), "--format", "h5", "-o", file("m.h5"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--format");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
