package org.expomotif.command.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private CommandResult export(String more) {
        return CommandLineRun.parse(folder, "export " + more).run();
    }

    @Test
    void writesOnnxAndNothingElse() throws IOException {
        TinyModel.write(TinyModel.untrained("cnn-local", "relu", 1, "bound"), folder.resolve("m.zip"));
        export("--model @/m.zip --format onnx -o @/m.onnx")
                .succeeds()
                .standardOutput()
                .isEmpty();
        // Representation 7 as field 1, then the producer's name as field 2.
        assertThat(Files.readAllBytes(folder.resolve("m.onnx"))).startsWith(8, 7, 18, 9, 'e', 'x', 'p', 'o');
    }

    @Test
    void aFileThatIsNotAModelLeavesNoFile() {
        Fasta.of("a", "ACGT").write(folder.resolve("s.fa"));
        export("--model @/s.fa -o @/m.onnx").isRefused(1, "s.fa: this is not a model");
        assertThat(folder.resolve("m.onnx")).doesNotExist();
    }

    @Test
    void anUnknownFormatIsAUsageError() {
        export("--model @/m.zip --format h5 -o @/m.h5").isRefused(2, "--format");
    }
}
