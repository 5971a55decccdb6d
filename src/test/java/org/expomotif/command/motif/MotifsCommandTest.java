package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotifsCommandTest {
    @TempDir
    private Path folder;

    private Path motifs = Path.of("");

    @BeforeEach
    void writeMotifs() {
        motifs = Meme.of("M1 one", "MT").write(folder.resolve("m.meme"));
    }

    @Test
    void listsMotifsAboveTheRecordOfTheRun() {
        CommandResult run = CommandLineRun.of("motifs", motifs).run().succeeds();
        run.standardError().isEqualTo("1 DNA motif, read as MEME text\n");
        assertThat(run.out().lines().toList())
                .hasSize(7)
                .anyMatch(line -> line.matches("# input: .*m\\.meme sha256:[0-9a-f]{64}"))
                .contains(
                        "# format: MEME text",
                        "id\tname\twidth\tsites\tbits\tconsensus\tthreshold",
                        "M1\tone\t2\t20\t3\tMT\tNA");
    }

    @Test
    void convertsToMemeByTheNameOfTheOutput() {
        Path out = folder.resolve("out.meme");
        CommandLineRun.of("motifs", motifs).to(out).run().succeeds();
        assertThat(MotifFile.read(out.toString()).motifs())
                .singleElement()
                .satisfies(motif ->
                        assertThat(motif.matrix()).isDeepEqualTo(new double[][] {{0.5, 0.5, 0, 0}, {0, 0, 0, 1}}));
    }

    @Test
    void convertsToMemeByTheOption() {
        CommandLineRun.of("motifs", motifs, "--format", "meme")
                .run()
                .succeeds()
                .standardOutput()
                .startsWith("MEME version 4");
    }

    @Test
    void aMissingFileIsAnInputError() {
        Path missing = folder.resolve("no.meme");
        CommandLineRun.of("motifs", missing)
                .run()
                .isRefused(1)
                .standardError()
                .isEqualTo("expomotif motifs: error: " + missing + ": there is no such file; check the name\n");
        CommandLineRun.of("motifs", missing, "--debug").run().exitsWith(1).reports("\tat ");
    }

    @Test
    void aMissingFolderIsAnInputError() {
        CommandLineRun.of("motifs", motifs)
                .to(folder + "/no/out.tsv")
                .run()
                .isRefused(1, "the folder of the output does not exist");
    }
}
