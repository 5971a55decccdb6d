package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(Path path, String text) throws IOException {
        try (AtomicFile file = AtomicFile.open(path)) {
            file.stream().write(text.getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }

    @Test
    void appearsWhenCommittedAndNotBefore() throws IOException {
        Path path = folder.resolve("a.txt");
        try (AtomicFile file = AtomicFile.open(path)) {
            file.stream().write('x');
            assertThat(path).doesNotExist();
            file.commit();
            assertThat(path).hasContent("x");
        }
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (AtomicFile file = AtomicFile.open(folder.resolve("a.txt"))) {
            file.stream().write(new byte[200_000]);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void writersOfOneNameDoNotMix() {
        Path path = folder.resolve("a.txt");
        IntStream.range(0, 200).parallel().forEach(i -> {
            try {
                write(path, ("" + i % 10).repeat(100_000));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(path)
                .content()
                .matches(text ->
                        text.length() == 100_000 && text.chars().distinct().count() == 1);
    }

    @Test
    void followsALink() throws IOException {
        Path path = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(path).hasContent("new");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void writesDevicesAsTheyStand() throws IOException {
        write(Path.of("/dev/null"), "gone");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void saysWhyItCannotBeWritten() throws IOException {
        assertThatThrownBy(() -> AtomicFile.open(folder))
                .isInstanceOf(UserException.class)
                .hasMessage(folder + ": the output is a folder; give the name of a file");
        assertThatThrownBy(() -> AtomicFile.open(folder.resolve("no/a.txt")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the folder of the output does not exist; create " + folder.resolve("no"));
    }

    @Test
    void refusesAFolderWithoutWritePermission() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "root may write anywhere");
        try {
            assertThatThrownBy(() -> AtomicFile.open(closed.resolve("a.txt")))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("the output cannot be written (permission denied)");
        } finally {
            assertThat(closed.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aStreamThatFailsNamesTheOutput() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (OutputStream out = new AtomicFile.Named(full, Path.of("a.txt"))) {
            assertThatThrownBy(() -> out.write(1))
                    .isInstanceOf(UserException.class)
                    .hasMessage("a.txt: the output cannot be written (No space left on device);"
                            + " choose a folder that you may write to and that has room");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
