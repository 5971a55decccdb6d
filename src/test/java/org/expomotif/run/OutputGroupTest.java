package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    void twoOutputsOfOneNameAreRefused() {
        assertThatThrownBy(() -> OutputGroup.allOrNone(() -> {
                    write("a");
                    write("a");
                    return 0;
                }))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("two outputs have the same name");
        assertThat(folder).isEmptyDirectory();
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
