package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.JavaProcess;
import org.expomotif.testing.Meme;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process with too small a heap. */
class OutOfMemoryIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "synth classes -n 1 --length 10000000 --quiet --out-dir @/out",
                "scan --motifs @/m.meme --sequences @/s.fa --threshold 1 --quiet -o @/out.tsv"
            })
    void endsWith3AndOneSentence(String line, @TempDir Path folder) throws Exception {
        Meme.of("any", "N").write(folder.resolve("m.meme"));
        Fasta.of("s", "ACGT".repeat(1_000_000)).write(folder.resolve("s.fa"));
        CommandResult run = JavaProcess.of(CommandLineRun.parse(folder, line))
                .options("-Xmx16m")
                .run()
                .exitsWith(3);
        run.standardOutput().isEmpty();
        // When memory does not suffice for the message, a fixed one without the name of the command is printed.
        run.standardError()
                .matches("expomotif( " + line.split(" ")[0] + ")?: error: out of memory.*\\n")
                .hasLineCount(1);
        assertThat(folder.resolve("out.tsv")).doesNotExist();
    }
}
