package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
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

    /** A file that was last written two minutes ago. */
    private Path old(String name) throws IOException {
        Path path = Files.writeString(folder.resolve(name), "old");
        return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(120)));
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
    void createsTheTargetOfADanglingLink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("a.txt")).hasContent("new").isRegularFile();
        assertThat(names()).containsExactly("a.txt", "link");
    }

    @Test
    void rejectsCircularLinks() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertThatThrownBy(() -> AtomicFile.open(link))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("too many symbolic links");
    }

    @Test
    void keepsThePermissionsOfTheFileItReplaces() throws IOException {
        Path path = Files.writeString(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-x--x"));
        write(path, "new");
        assertThat(path).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r-x--x");
    }

    @Test
    void isPrivateFromTheStartIfTheReplacedFileIsPrivate() throws IOException {
        Path path = Files.writeString(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        try (AtomicFile file = AtomicFile.open(path)) {
            file.stream().write('x');
            Path partial = folder.resolve(names().getFirst());
            assertThat(partial.getFileName().toString()).endsWith(".partial");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(partial)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void acceptsFileNamesOfMaximumLength() throws IOException {
        Path path = folder.resolve("x\u00e9".repeat(85));
        write(path, "long");
        assertThat(path).hasContent("long");
        assertThat(names()).hasSize(1);
    }

    @Test
    void removesWhatAKilledRunHasLeftAndNothingElse() throws IOException {
        Path path = folder.resolve("a.txt");
        Path left = old(".a.txt.0123456789abcdef.partial");
        Path young = Files.writeString(folder.resolve(".a.txt.fedcba9876543210.partial"), "just begun");
        Path another = old(".b.txt.0123456789abcdef.partial");
        Path similar = old(".a.txt.partial");
        try (AtomicFile first = AtomicFile.open(path);
                AtomicFile second = AtomicFile.open(path)) {
            assertThat(left).doesNotExist();
            assertThat(young).exists();
            assertThat(another).exists();
            assertThat(similar).exists();
            second.stream().write('2');
            first.stream().write('1');
            second.commit();
            first.commit();
        }
        assertThat(path).hasContent("1");
    }

    @Test
    void removesWhatKilledRunsHaveLeftOfOutputsThatAreUsedAgain() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Path whole = Files.writeString(folder.resolve("data/a.txt"), "whole");
        Path left = old("data/.a.txt.0123456789abcdef.partial");
        Path leftOfOther = old(".b.txt.0123456789abcdef.partial");
        Path young = Files.writeString(folder.resolve(".b.txt.fedcba9876543210.partial"), "just begun");
        Path another = old("data/.b.txt.0123456789abcdef.partial");
        AtomicFile.removeLeftovers(folder, List.of("data/a.txt", "b.txt", "none/c.txt"));
        assertThat(List.of(left, leftOfOther)).noneMatch(Files::exists);
        assertThat(List.of(whole, young, another)).allMatch(Files::exists);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void replacesARegularFileInAnyFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        Path path = Files.isWritable(memory)
                ? Files.createTempFile(memory, "expomotif", ".txt")
                : Files.createTempFile("expomotif", ".txt");
        try {
            Files.writeString(path, "an old and longer text");
            try (AtomicFile file = AtomicFile.open(path)) {
                file.stream().write('x');
                assertThat(path).hasContent("an old and longer text");
                file.commit();
            }
            assertThat(path).hasContent("x");
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void appendsToTheFileOfADescriptor() throws IOException {
        Path path = Files.writeString(folder.resolve("a.txt"), "before ");
        try (FileChannel open = FileChannel.open(path, StandardOpenOption.WRITE);
                Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            Path descriptor = descriptors
                    .filter(fd -> {
                        try {
                            return Files.isSameFile(fd, path);
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .findFirst()
                    .orElseThrow();
            write(Path.of("/dev/fd").resolve(descriptor.getFileName()), "after");
            assertThat(open.size()).isEqualTo(12);
        }
        assertThat(path).hasContent("before after");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void writesDevicesDirectly() throws IOException {
        write(Path.of("/dev/null"), "gone");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void reportsWhyItCannotBeWritten() throws IOException {
        assertThatThrownBy(() -> AtomicFile.open(folder))
                .isInstanceOf(UserException.class)
                .hasMessage(folder + ": the output is a folder; give the name of a file");
        assertThatThrownBy(() -> AtomicFile.open(folder.resolve("no/a.txt")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the folder of the output does not exist; create " + folder.resolve("no"));
    }

    @Test
    void rejectsAFolderWithoutWritePermission() throws IOException {
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
