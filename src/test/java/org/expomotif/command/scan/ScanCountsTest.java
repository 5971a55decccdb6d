package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Meme;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the numbers of sites. */
class ScanCountsTest {
    @TempDir
    private Path folder;

    private void scan(String counts) {
        Meme.of("one", "ACGTAACC").and("two", "GGATTACA").write(folder.resolve("m.meme"));
        Fasta.of("a", "TTACGTAACCTTTTACGTAACC")
                .and("b", "TTTTTTTTTTTTTTT")
                .and("c", "GGATTACATTTTACGTAACC")
                .write(folder.resolve("s.fa"));
        CommandLineRun.parse(folder, "scan -q --motifs @/m.meme --sequences @/s.fa -o @/s.tsv --counts @/" + counts)
                .run()
                .succeeds();
    }

    @Test
    void aSparseMatrixHasTheCountsAboveZeroAndTheNamesBesideIt() {
        for (String name : new String[] {"counts.mtx", "counts.MTX.gz"}) {
            scan(name);
            assertThat(Rows.text(folder.resolve(name)).lines().filter(line -> !line.startsWith("% ")))
                    .containsExactly(
                            "%%MatrixMarket matrix coordinate integer general", "3 2 3", "1 1 2", "3 1 1", "3 2 1");
            assertThat(Rows.text(folder.resolve(name))).contains("% expomotif ", "% input: " + folder.resolve("s.fa"));
            assertThat(Rows.text(folder.resolve("counts.rows.txt"))).isEqualTo("a\nb\nc\n");
            assertThat(Rows.text(folder.resolve("counts.columns.txt"))).isEqualTo("one\ntwo\n");
        }
    }
}
