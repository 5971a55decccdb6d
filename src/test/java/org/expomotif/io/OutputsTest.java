package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    @TempDir
    Path folder;

    @Test
    void compressesBySuffix() throws IOException {
        for (String name : List.of("a.txt.gz", "a.bgz", "A.GZ")) {
            Path path = folder.resolve(name);
            Outputs.write(path.toString(), out -> out.write("text".getBytes(StandardCharsets.UTF_8)));
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
                assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("text");
            }
            assertThat(Files.readAllBytes(path)).startsWith(31, 139, 8, 4);
        }
    }

    @Test
    void aFailureLeavesNoNewFileAndKeepsTheOldOne() throws IOException {
        for (String name : List.of("a.txt", "a.gz")) {
            Path old = Files.writeString(folder.resolve(name), "old");
            assertThatThrownBy(() -> Outputs.write(old.toString(), out -> {
                        out.write(new byte[300_000]);
                        throw new UserException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(old).hasContent("old");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void anOutputIsWrittenPieceByPiece() {
        Path path = folder.resolve("a.txt");
        try (OutputSink sink = Outputs.open(path.toString())) {
            sink.write("caf");
            sink.write("\u00e9");
            assertThat(path).doesNotExist();
            sink.commit();
            assertThat(sink.written().orElseThrow()).hasContent("caf\u00e9");
        }
        assertThat(path).hasContent("caf\u00e9");
        assertThat(Outputs.open("-").written()).isEmpty();
    }

    @Test
    void dashIsStandardOutput() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            Outputs.write("-", out -> out.write("text\n".getBytes(StandardCharsets.UTF_8)));
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("text\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskNamesTheOutput() {
        assertThatThrownBy(() -> Outputs.write("/dev/full", out -> out.write(new byte[300_000])))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("/dev/full: the output cannot be written (No space left on device)");
        assertThatThrownBy(() -> Outputs.write("/dev/full", out -> out.write(1)))
                .isInstanceOf(UserException.class);
    }
}
