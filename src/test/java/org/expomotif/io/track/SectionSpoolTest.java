package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionSpoolTest {
    @TempDir
    private Path folder;

    @Test
    void itsFileHasNoNameWhileItIsOpen() throws IOException {
        try (SectionSpool spool = SectionSpool.beside("" + folder.resolve("x.bw"))) {
            spool.add(0, 0, 1, BigWig.little(8).putLong(1));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> SectionSpool.beside("" + folder.resolve("no/x.bw")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(folder.resolve("no") + ": the temporary file for the track cannot be created");
    }
}
