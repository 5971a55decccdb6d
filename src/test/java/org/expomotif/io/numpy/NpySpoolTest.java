package org.expomotif.io.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpySpoolTest {
    @TempDir
    private Path folder;

    private String output() {
        return folder.resolve("x.npz").toString();
    }

    @Test
    void rowsThatAreAddedOneByOneAreOneArray() throws IOException {
        float[] many = new float[3000];
        int[] manyInts = new int[3000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i + 0.5f;
            manyInts[i] = -i;
        }
        try (NpySpool floats = NpySpool.ofFloats(output());
                NpySpool ints = NpySpool.ofInts(output());
                NpySpool bytes = NpySpool.ofBytes(output());
                OutputStream out = Files.newOutputStream(Path.of(output()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            floats.add(new float[] {1, 2});
            floats.add(many);
            floats.add(new float[] {3});
            ints.add(new int[] {1, 2});
            ints.add(manyInts);
            ints.add(new int[] {3});
            bytes.add(new byte[] {1, -1});
            bytes.add(new byte[] {3, 4});
            floats.writeTo(zip, "f", 3003);
            ints.writeTo(zip, "i", 1, 3003);
            bytes.writeTo(zip, "b", 2, 2);
        }
        Map<String, NpyArray> read = Npz.read(output());
        assertThat(read.keySet()).containsExactly("f", "i", "b");
        assertThat(read.get("f").floats()).startsWith(1, 2, 0.5f).endsWith(2999.5f, 3);
        assertThat(read.get("f").floats()).containsSequence(many);
        assertThat(read.get("i").shape()).containsExactly(1, 3003);
        assertThat(read.get("i").ints())
                .startsWith(1, 2)
                .containsSequence(manyInts)
                .endsWith(3);
        assertThat(read.get("b").shape()).containsExactly(2, 2);
        assertThat(read.get("b").bytes()).containsExactly(1, -1, 3, 4);
    }

    @Test
    void numbersOfAnotherTypeAreRefused() {
        try (NpySpool floats = NpySpool.ofFloats(output());
                NpySpool ints = NpySpool.ofInts(output())) {
            assertThatThrownBy(() -> floats.add(new int[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("<i4 to an array of <f4");
            assertThatThrownBy(() -> floats.add(new byte[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("|u1 to an array of <f4");
            assertThatThrownBy(() -> ints.add(new float[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("<f4 to an array of <i4");
        }
    }

    @Test
    void noFileIsLeft() throws IOException {
        try (NpySpool floats = NpySpool.ofFloats(output())) {
            floats.add(new float[100]);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
