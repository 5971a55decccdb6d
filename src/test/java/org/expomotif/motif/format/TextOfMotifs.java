package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;

/** Reads text as a motif file {@code m.txt}, for tests. */
record TextOfMotifs(Path folder) {
    MotifSet read(String text) throws IOException {
        return MotifFile.read(Files.writeString(file(), text).toString());
    }

    /** Reads the text and gives the warnings. */
    List<String> warnings(String text) throws IOException {
        List<String> warnings = new ArrayList<>();
        MotifFile.read(Files.writeString(file(), text).toString(), warnings::add);
        return warnings;
    }

    /** Checks that the text is refused in a sentence that names the file and contains the parts. */
    void refused(String text, String... parts) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UserException.class)
                .message()
                .startsWith(file().toString())
                .contains(parts);
    }

    private Path file() {
        return folder.resolve("m.txt");
    }
}
