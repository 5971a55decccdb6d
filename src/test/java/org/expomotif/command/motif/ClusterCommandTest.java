package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.command.Captured;
import org.expomotif.motif.format.MotifFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCommandTest {
    @TempDir
    private Path folder;

    private String file(String name) throws IOException {
        String row = "letter-probability matrix: alength= 4 w= 3 nsites= 9\n1 0 0 0\n0 1 0 0\n0 0 1 0\n";
        return Files.writeString(folder.resolve(name), "MEME version 4\n\nMOTIF m one\n" + row)
                .toString();
    }

    @Test
    void motifsOfSeveralFilesAreOneSet() throws IOException {
        Path table = folder.resolve("c.tsv");
        Path tree = folder.resolve("c.nwk");
        Path consensus = folder.resolve("c.meme");
        Captured run = Captured.run(
                "cluster",
                "--motifs",
                file("a.meme"),
                file("b.meme"),
                "--threshold",
                "1",
                "--table",
                "" + table,
                "--tree",
                "" + tree,
                "-o",
                "" + consensus);
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("2 motifs in 1 groups");
        assertThat(Files.readAllLines(table))
                .anyMatch(line -> line.startsWith("cluster_1\t2\tm\tone\t0\t+\t"))
                .anyMatch(line -> line.startsWith("cluster_1\t2\tb.meme:m\tone\t0\t+\t"));
        assertThat(Files.readString(tree)).startsWith("('m one':").endsWith(";\n");
        assertThat(MotifFile.read("" + consensus).motifs().getFirst().sites()).isEqualTo(18);
    }

    @Test
    void thresholdsAreProbabilities() throws IOException {
        assertThat(Captured.run("cluster", "--motifs", file("a.meme"), "--threshold", "2")
                        .err())
                .contains("--threshold: expected a p-value above 0, at most 1, found 2");
    }
}
