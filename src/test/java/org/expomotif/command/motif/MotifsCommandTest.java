package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.command.Captured;
import org.expomotif.command.TinyMotifs;
import org.expomotif.motif.format.MotifFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotifsCommandTest {
    @TempDir
    Path folder;

    @Test
    void listsMotifsAboveTheRecordOfTheRun() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME);
        Captured run = Captured.run("motifs", in.toString());
        assertThat(run.err()).isEqualTo("1 DNA motif, read as MEME text\n");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().toList())
                .hasSize(7)
                .anyMatch(line -> line.matches("# input: .*m\\.meme sha256:[0-9a-f]{64}"))
                .contains(
                        "# format: MEME text",
                        "id\tname\twidth\tsites\tbits\tconsensus\tthreshold",
                        "M1\tone\t2\t10\t3\tMT\tNA");
    }

    @Test
    void convertsToMemeByTheNameOfTheOutput() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME);
        Path out = folder.resolve("out.meme");
        assertThat(Captured.run("motifs", in.toString(), "-o", out.toString()).code())
                .isZero();
        assertThat(MotifFile.read(out.toString()).motifs())
                .singleElement()
                .satisfies(motif ->
                        assertThat(motif.matrix()).isDeepEqualTo(new double[][] {{0.5, 0.5, 0, 0}, {0, 0, 0, 1}}));
        assertThat(Captured.run("motifs", in.toString(), "--format", "meme").out())
                .startsWith("MEME version 4");
    }

    @Test
    void aMissingFileAndAMissingFolderAreInputErrors() throws IOException {
        Captured missing = Captured.run("motifs", folder.resolve("no.meme").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .isEqualTo("expomotif motifs: error: " + folder.resolve("no.meme")
                        + ": there is no such file; check the name\n");
        Path in = Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME);
        Captured nowhere = Captured.run("motifs", in.toString(), "-o", folder + "/no/out.tsv");
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err())
                .contains("the folder of the output does not exist")
                .doesNotContain("\tat ");
        assertThat(Captured.run("motifs", folder.resolve("no.meme").toString(), "--debug")
                        .err())
                .contains("\tat ");
    }
}
