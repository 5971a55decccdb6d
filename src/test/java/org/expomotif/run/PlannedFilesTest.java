package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedFilesTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void realFolder() throws IOException {
        folder = temporary.toRealPath();
    }

    private static boolean write(Path file) {
        try (AtomicFile opened = AtomicFile.open(file)) {
            opened.commit();
        }
        return true;
    }

    @Test
    void aFileThatIsNotPlannedIsNotWritten() throws IOException {
        Path planned = folder.resolve("a");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        PlannedFiles.during(List.of(planned.toString()), () -> write(folder.resolve("link")));
        assertThat(planned).exists();
        assertThatThrownBy(() -> PlannedFiles.during(List.of(planned.toString()), () -> write(folder.resolve("b"))))
                .isInstanceOf(AssertionError.class)
                .hasMessage(folder.resolve("b") + " is not a planned output");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void devicesNeedNotBePlanned() {
        PlannedFiles.during(List.of(), () -> write(Path.of("/dev/null")));
    }

    @Test
    void allNamesOfAFileHaveTheSamePath() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), real);
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("real/new"));
        Path place = real.resolve("new");
        for (Path name : List.of(
                place,
                folder.resolve("link/new"),
                folder.resolve("real/../link/./new"),
                folder.resolve("dangling"),
                Path.of("").toAbsolutePath().relativize(place))) {
            assertThat(FilePlace.of(name)).as(name.toString()).isEqualTo(place);
        }
        assertThat(FilePlace.of(folder.resolve("link/x/../y/new"))).isEqualTo(real.resolve("y/new"));
        assertThat(FilePlace.of(real.resolve("other"))).isNotEqualTo(place);
    }
}
