package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.expomotif.scan.matrix.BackgroundChoice;
import org.expomotif.scan.matrix.BackgroundFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanInputsTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void backgroundFiles() throws IOException {
        String text = "# order 0\nA 3 # three\nC 1\nG 1e0\nT .5\nAA 0.1\n";
        assertThat(BackgroundFile.read(file("b", text))).isEqualTo(new Background(3, 1, 1, 0.5));
        assertThatThrownBy(() -> BackgroundFile.read(file("b", "A 0.3\nC 0.2\nG 0\nT 0.3")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("G 0");
        assertThatThrownBy(() -> BackgroundFile.read(file("b", "A 0.3\nC 0.2\nG 1\n")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no frequency of T");
    }

    @Test
    void backgroundsOfMotifsAndSequences() throws IOException {
        assertThat(ofMotifs(Optional.of(new Background(1, 2, 3, 2))))
                .isEqualTo(new Background(0.125, 0.25, 0.375, 0.25));
        assertThat(ofMotifs(Optional.empty())).isEqualTo(Background.UNIFORM);
        assertThat(ofSequences(file("s.fa", ">a\nAcNN\n>b\nuGRRTTAA\n")))
                .isEqualTo(new Background(3 / 8.0, 1 / 8.0, 1 / 8.0, 3 / 8.0));
        assertThatThrownBy(() -> ofSequences(file("s.fa", ">a\nNN\n"))).isInstanceOf(UserException.class);
    }

    private static Background ofMotifs(Optional<Background> background) {
        return new BackgroundChoice("Motif-File")
                .frequencies(Optional.of(new MotifSet(List.of(), background)), "none.fa");
    }

    private static Background ofSequences(String path) {
        return new BackgroundChoice("sequences").frequencies(Optional.empty(), path);
    }
}
