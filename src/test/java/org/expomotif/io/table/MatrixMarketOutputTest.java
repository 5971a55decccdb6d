package org.expomotif.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixMarketOutputTest {
    @TempDir
    private Path folder;

    private void write(String name) {
        try (MatrixMarketOutput matrix = MatrixMarketOutput.open(
                folder.resolve(name).toString(), List.of("m1", "m\t2", "m3"), Provenance.of(List.of("made")))) {
            matrix.row("chr1:0-5", new int[] {0, 7, 0});
            matrix.row("a\tb", new int[3]);
            matrix.row("last", new int[] {-1, 0, 12});
            matrix.commit();
        }
    }

    @Test
    void numbersThatAreNotZeroAreListedByRowAndColumn() throws IOException {
        write("counts.mtx");
        assertThat(Files.readString(folder.resolve("counts.mtx"))).isEqualTo("""
                %%MatrixMarket matrix coordinate integer general
                % made
                3 3 3
                1 2 7
                3 1 -1
                3 3 12
                """);
        assertThat(Files.readString(folder.resolve("counts.rows.txt"))).isEqualTo("chr1:0-5\na b\nlast\n");
        assertThat(Files.readString(folder.resolve("counts.columns.txt"))).isEqualTo("m1\nm 2\nm3\n");
    }

    @Test
    void theMatrixMayBeCompressed() {
        write("a.b.mtx.gz");
        assertThat(Rows.text(folder.resolve("a.b.mtx.gz"))).endsWith("\n3 3 3\n1 2 7\n3 1 -1\n3 3 12\n");
        assertThat(folder.resolve("a.b.rows.txt")).hasContent("chr1:0-5\na b\nlast\n");
        assertThat(folder.resolve("a.b.columns.txt")).exists();
    }

    @Test
    void theNameSaysWhetherItIsAMatrix() {
        assertThat(MatrixMarketOutput.isName("x.mtx")).isTrue();
        assertThat(MatrixMarketOutput.isName("x.mtx.gz")).isTrue();
        assertThat(MatrixMarketOutput.isName("x.tsv")).isFalse();
        assertThat(MatrixMarketOutput.isName("mtx")).isFalse();
    }

    @Test
    void nothingAppearsWithoutACommit() {
        try (MatrixMarketOutput matrix = MatrixMarketOutput.open(
                folder.resolve("counts.mtx").toString(), List.of("m"), Provenance.of(List.of()))) {
            matrix.row("a", new int[] {1});
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfRowsThatCannotBeWrittenLeavesNothing() throws IOException {
        Files.createDirectory(folder.resolve("counts.rows.txt"));
        assertThatThrownBy(() -> write("counts.mtx")).isInstanceOf(UserException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**counts.mtx");
    }
}
