package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionSpoolTest {
    @TempDir
    private Path folder;

    /** What is still in a buffer cannot be written either, and that must not keep the file. */
    @Test
    void aFullDiskLeavesNoFileBehind() throws IOException {
        Path file = Files.createFile(folder.resolve("waiting.partial"));
        SectionSpool spool = new SectionSpool(file, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        spool.add(0, 0, 1, BigWig.little(8).putLong(1));
        assertThatThrownBy(spool::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
        assertThat(file).doesNotExist();
    }
}
