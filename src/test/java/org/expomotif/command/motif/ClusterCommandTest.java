package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Meme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files with the same motif of three bases. */
class ClusterCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeMotifs() {
        Meme motif = Meme.of("m one", "ACG");
        motif.write(folder.resolve("a.meme"));
        motif.write(folder.resolve("b.meme"));
    }

    @Test
    void motifsOfSeveralFilesAreOneSet() throws Exception {
        CommandLineRun.parse(
                        folder,
                        "cluster --motifs @/a.meme @/b.meme --threshold 1 --table @/c.tsv --tree @/c.nwk -o @/c.meme")
                .run()
                .succeeds()
                .reports("2 motifs in 1 groups");
        assertThat(Files.readAllLines(folder.resolve("c.tsv")))
                .anyMatch(line -> line.startsWith("cluster_1\t2\tm\tone\t0\t+\t"))
                .anyMatch(line -> line.startsWith("cluster_1\t2\tb.meme:m\tone\t0\t+\t"));
        assertThat(folder.resolve("c.nwk")).content().startsWith("('m one':").endsWith(";\n");
        // Each file gives 20 sites.
        assertThat(MotifFile.read(folder + "/c.meme").motifs().getFirst().sites())
                .isEqualTo(40);
    }

    @Test
    void thresholdsAreProbabilities() {
        CommandLineRun.parse(folder, "cluster --motifs @/a.meme --threshold 2")
                .run()
                .isRefused(2, "--threshold: expected a p-value above 0, at most 1, found 2");
    }
}
