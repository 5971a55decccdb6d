package org.expomotif.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of the files that other tests read. */
class BuildersTest {
    @TempDir
    private Path folder;

    @Test
    void fastaHasOneLinePerSequence() {
        assertThat(Fasta.of("a first", "ACGT").and("none", "").and("b", "N").text())
                .isEqualTo(">a first\nACGT\n>none\n>b\nN\n");
    }

    @Test
    void memeDividesProbabilityAmongTheBasesOfALetter() {
        assertThat(Meme.of("M1 one", "MTN").text()).isEqualTo("""
                MEME version 4

                MOTIF M1 one
                letter-probability matrix: alength= 4 w= 3 nsites= 20
                0.5 0.5 0 0
                0 0 0 1
                0.25 0.25 0.25 0.25
                """);
        assertThatIllegalArgumentException().isThrownBy(() -> Meme.of("m", "AX"));
    }

    @Test
    void bedAndLabelsHaveCellsSeparatedByTabs() {
        assertThat(Bed.of("a", 5, 9).site("b", 0, 3, "m").text()).isEqualTo("a\t5\t9\nb\t0\t3\tm\t0\t+\n");
        assertThat(LabelTable.of("x", "y").and("a", "train", 0, 1).text())
                .isEqualTo("id\tsplit\tx\ty\na\ttrain\t0\t1\n");
    }

    @Test
    void filesAreCompressedByTheirName() throws IOException {
        Path plain = TextFile.write(folder.resolve("a.tsv"), "# c\nx\n");
        Path packed = TextFile.write(folder.resolve("a.tsv.gz"), "# c\nx\n");
        assertThat(plain).hasContent("# c\nx\n");
        assertThat(Files.readAllBytes(packed)).startsWith(0x1f, 0x8b);
        assertThat(Rows.of(packed)).containsExactly("x");
    }
}
