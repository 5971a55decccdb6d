package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BedGraphWriterTest {
    @TempDir
    private Path folder;

    private String written(Consumer<BedGraphWriter> intervals) throws IOException {
        Path path = folder.resolve("a.bedgraph");
        try (BedGraphWriter writer = BedGraphWriter.open(path.toString(), Provenance.of(List.of()))) {
            intervals.accept(writer);
            writer.commit();
        }
        return Files.readString(path);
    }

    @Test
    void adjacentIntervalsWithTheSameTextAreOneRow() throws IOException {
        assertThat(written(writer -> {
                    writer.write("a", 0, 5, 0.33333331);
                    writer.write("a", 5, 7, 0.33333334);
                    writer.write("a", 7, 9, -0.5);
                    writer.write("a", 10, 12, -0.5);
                    writer.write("a", 12, 13, Double.NaN);
                    writer.write("a", 13, 14, -0.5);
                }))
                .isEqualTo("a\t0\t7\t0.333333\na\t7\t9\t-0.5\na\t10\t12\t-0.5\na\t13\t14\t-0.5\n");
    }

    @Test
    void oneValuePerBase() throws IOException {
        Path path = folder.resolve("a.bedgraph");
        try (BedGraphWriter writer = BedGraphWriter.open(path.toString(), Provenance.of(List.of("c")))) {
            writer.write("s1", new float[] {1, 1, 0.5f, Float.NaN, 0.5f, 0.5f});
            writer.write("s2", new float[] {0.5f});
            writer.commit();
        }
        assertThat(path).hasContent("# c\ns1\t0\t2\t1\ns1\t2\t3\t0.5\ns1\t4\t6\t0.5\ns2\t0\t1\t0.5");
    }

    @Test
    void anotherSequenceMayStartAnywhere() throws IOException {
        assertThat(written(writer -> {
                    writer.write("b", 8, 9, 1);
                    writer.write("a", 9, 10, 1);
                    writer.write("c", 0, 1, 1);
                }))
                .isEqualTo("b\t8\t9\t1\na\t9\t10\t1\nc\t0\t1\t1\n");
    }

    @Test
    void nothingIsWrittenForNoValues() throws IOException {
        assertThat(written(writer -> writer.write("a", new float[] {Float.NaN})))
                .isEmpty();
    }

    @Test
    void anIntervalStartsAfterThePreviousAndHasBases() {
        assertThatThrownBy(() -> written(writer -> {
                    writer.write("a", 3, 5, 1);
                    writer.write("a", 4, 6, 1);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not after the last interval: a:4-6");
        assertThatThrownBy(() -> written(writer -> writer.write("a", 3, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not after the last interval: a:3-3");
        assertThat(folder).isEmptyDirectory();
    }
}
