package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputGroupTest {
    @TempDir
    Path folder;

    @Test
    void allAppearAtTheEnd() {
        int result = OutputGroup.allOrNone(() -> {
            write("a");
            assertThat(folder.resolve("a")).doesNotExist();
            write("b");
            return 7;
        });
        assertThat(result).isEqualTo(7);
        assertThat(folder.resolve("a")).hasContent("a");
        assertThat(folder.resolve("b")).hasContent("b");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void noneAppearsWhenALaterOneFails() {
        write("a");
        assertThatThrownBy(() -> OutputGroup.allOrNone(() -> {
                    write("b");
                    write("missing/c");
                    return 0;
                }))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the folder of the output does not exist");
        assertThat(folder.toFile().list()).containsExactly("a");
    }

    @Test
    void twoOutputsOfOneNameAreRejected() {
        assertThatThrownBy(() -> OutputGroup.allOrNone(() -> {
                    write("a");
                    write("a");
                    return 0;
                }))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("two outputs have the same name");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theIndexOfTheOldTableIsRemovedBeforeTheNewTableAppears() throws IOException {
        Path table = folder.resolve("a.gz");
        Path index = folder.resolve("a.gz.tbi");
        Files.writeString(index, "old");
        // With a folder in place of the table, its rename fails, and earlier changes remain.
        assertThatThrownBy(() -> OutputGroup.allOrNone(() -> {
                    write("a.gz");
                    write("a.gz.tbi");
                    return Files.exists(replacedByFolder(table));
                }))
                .isInstanceOf(UserException.class);
        assertThat(index).doesNotExist();
    }

    private static Path replacedByFolder(Path path) {
        try {
            return Files.createDirectories(path.resolve("inside"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name) {
        try (AtomicFile file = AtomicFile.open(folder.resolve(name))) {
            file.stream().write(name.getBytes(StandardCharsets.UTF_8));
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
