package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that write one file. */
class AtomicFileIT {
    @TempDir
    private Path folder;

    private static void write(Path path, String text) throws IOException {
        try (AtomicFile file = AtomicFile.open(path)) {
            file.stream().write(text.getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsThePartialFileOfALivingProcess() throws IOException, InterruptedException {
        Path path = folder.resolve("a.txt");
        Path held = Files.writeString(folder.resolve(".a.txt.0123456789abcdef.partial"), "old");
        Files.setLastModifiedTime(held, FileTime.from(Instant.now().minusSeconds(120)));
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        Files.writeString(folder.resolve("Hold.java"), """
                                void main(String[] a) throws Exception {
                                    var channel = java.nio.channels.FileChannel.open(
                                            java.nio.file.Path.of(a[0]), java.nio.file.StandardOpenOption.WRITE);
                                    channel.lock();
                                    System.out.println("locked");
                                    System.in.read();
                                }
                                """).toString(),
                        held.toString())
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('l');
            write(path, "new");
            assertThat(held).exists();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        write(path, "newer");
        assertThat(held).doesNotExist();
    }
}
