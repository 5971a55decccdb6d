package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {
    @TempDir
    Path folder;

    /** Bytes that differ between positions. */
    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return bytes;
    }

    @Test
    void givesBackWhatWasAppendedInPiecesOfAnySize() throws IOException {
        byte[] all = bytes(400_000);
        try (TemporaryFile file = TemporaryFile.in(folder, "the bytes")) {
            int[] pieces = {1, 65_535, 65_536, 65_537, 7, 200_000, 3_384};
            int at = 0;
            for (int piece : pieces) {
                file.append(all, at, piece);
                at += piece;
                assertThat(file.size()).isEqualTo(at);
            }
            assertThat(at).isEqualTo(all.length);
            assertThat(file.read(131_072, 70_000)).isEqualTo(Arrays.copyOfRange(all, 131_072, 201_072));
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            file.copyTo(copy);
            assertThat(copy.toByteArray()).isEqualTo(all);
            file.append(all, 0, 5);
            assertThat(file.read(all.length, 5)).isEqualTo(Arrays.copyOf(all, 5));
            file.clear();
            assertThat(file.size()).isZero();
            file.append(all, 7, 3);
            assertThat(file.read(0, 3)).isEqualTo(Arrays.copyOfRange(all, 7, 10));
        }
    }

    @Test
    void hasNoNameWhileItIsOpen() throws IOException {
        try (TemporaryFile file = TemporaryFile.beside("" + folder.resolve("out.tsv"), "the sites")) {
            file.append(bytes(100_000), 0, 100_000);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void errorsNameTheContentsAndTheFolder() {
        Path missing = folder.resolve("no");
        assertThatThrownBy(() -> TemporaryFile.in(missing, "the sites"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(missing + ": the temporary file for the sites cannot be created (")
                .hasMessageEndingWith("; write the output to a folder that you may write to and that has room");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsReportedByNameAndClosingStillWorks() throws IOException {
        FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        try (TemporaryFile file = new TemporaryFile(folder, "the track", full)) {
            file.append(bytes(10), 0, 10);
            assertThatThrownBy(() -> file.append(bytes(70_000), 0, 70_000))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("the temporary file for the track cannot be written (No space left");
        }
    }
}
