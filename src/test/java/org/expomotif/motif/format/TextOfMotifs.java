package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;

/** Reads text as a motif file {@code m.txt}, for tests. */
record TextOfMotifs(Path folder) {
    /** Two positions that most of the texts hold. */
    static final double[][] MATRIX = {{0.1, 0.2, 0.3, 0.4}, {1, 0, 0, 0}};

    MotifSet read(String text) throws IOException {
        return MotifFile.read(Files.writeString(file(), text).toString());
    }

    /** The only motif of the text. */
    Motif only(String text) throws IOException {
        MotifSet set = read(text);
        assertThat(set.motifs()).hasSize(1);
        return set.motifs().getFirst();
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
