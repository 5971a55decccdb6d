package org.expomotif.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsvTest {
    enum Strand {
        PLUS,
        MINUS
    }

    record Hit(
            String motif,
            int start,
            long total,
            Strand strand,
            @TsvColumn(value = "p-value", digits = 3) double p,
            @TsvColumn(digits = 0) double exact,
            boolean kept,
            char sign) {}

    @TempDir
    Path folder;

    private static final List<Hit> HITS = List.of(
            new Hit("a\tb", 1, 1L << 40, Strand.PLUS, 0.00012345, 1.0 / 3, true, '+'),
            new Hit("", -3, 0, Strand.MINUS, Double.NaN, Double.NaN, false, '-'));

    @Test
    void writesHeaderRowsAndComments() throws IOException {
        Path path = folder.resolve("hits.tsv");
        TsvWriter.write(path.toString(), Hit.class, Provenance.of(List.of("version 1")), HITS);
        assertThat(Files.readAllLines(path))
                .containsExactly(
                        "motif\tstart\ttotal\tstrand\tp-value\texact\tkept\tsign",
                        "a b\t1\t1099511627776\tplus\t0.000123\t0.3333333333333333\ttrue\t+",
                        "\t-3\t0\tminus\tNA\tNA\tfalse\t-",
                        "# version 1");
    }

    @Test
    void severalThreadsWriteTheSameBytes() throws IOException {
        List<Two> rows =
                IntStream.range(0, 300_000).mapToObj(i -> new Two("m" + i, i)).toList();
        Path one = folder.resolve("one.tsv");
        TsvWriter.write(one.toString(), Two.class, Provenance.of(List.of("x")), rows);
        for (int threads : new int[] {1, 2, 7}) {
            Path many = folder.resolve("many.tsv");
            TsvWriter.write(many.toString(), Two.class, Provenance.of(List.of("x")), rows, threads);
            assertThat(many).hasSameBinaryContentAs(one);
        }
        assertThat(Files.readAllLines(one)).hasSize(300_002).endsWith("m299999\t299999", "# x");
    }

    @Test
    void readsColumnsByNameInAnyOrder() throws IOException {
        Path path = Files.writeString(
                folder.resolve("hits.tsv"),
                "# x\nmore\tsign\tkept\texact\tp-value\tstrand\ttotal\tstart\tmotif\n# y\n\n"
                        + "?\t+\ttrue\t0.5\t1e-4\tplus\t9\t1\tm\n\n# z\n");
        assertThat(TsvReader.readAll(path.toString(), Hit.class))
                .containsExactly(new Hit("m", 1, 9, Strand.PLUS, 1e-4, 0.5, true, '+'));
    }

    record Two(String id, int n) {}

    @Test
    void rejectsWithFileAndLine() throws IOException {
        assertRejected("", "the table is empty: expected a header with the columns id, n");
        assertRejected("id\tm\n", "line 1: the table has no column n");
        assertRejected("id\tn\na\t1\nb\n", "line 3: the number of columns differs from the header: expected 2");
        assertRejected("id\tn\na\tx\n", "line 2: the column n cannot be read: expected a whole number, found \"x\"");
    }

    @Test
    void aRowThatWouldBeReadAsACommentIsRejected() {
        String path = folder.resolve("t.tsv").toString();
        for (int threads : new int[] {1, 2}) {
            assertThatThrownBy(() -> TsvWriter.write(
                            path, Two.class, Provenance.of(List.of()), List.of(new Two("#1", 1)), threads))
                    .isInstanceOf(UserException.class)
                    .hasMessageContainingAll("would be read as a comment", "found \"#1\"");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void assertRejected(String text, String message) throws IOException {
        Path path = Files.writeString(folder.resolve("t.tsv"), text);
        assertThatThrownBy(() -> TsvReader.readAll(path.toString(), Two.class))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("t.tsv", message);
    }
}
