package org.expomotif.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.JavaProcess;
import org.expomotif.testing.Meme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputConflictsIT {
    @TempDir
    private Path folder;

    /** A shell opens the file; the program sees standard input alone. */
    @Test
    void standardInputFromAFileIsAnInput() throws Exception {
        Meme motif = Meme.of("M1 one", "MT");
        Path in = motif.write(folder.resolve("m.meme"));
        JavaProcess program = JavaProcess.of(CommandLineRun.of("motifs", "-").to(in));
        program.result(program.builder().redirectInput(in.toFile()).start())
                .isRefused(2, "--output " + in + " would replace a file that is read here (FILE)");
        assertThat(in).hasContent(motif.text());
    }
}
