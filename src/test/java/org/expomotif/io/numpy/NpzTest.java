package org.expomotif.io.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    @TempDir
    Path folder;

    /** The file was written by {@code numpy.savez_compressed} of NumPy 2.4. */
    @Test
    void readsWhatNumpyWrites() {
        Map<String, NpyArray> arrays = Npz.read("test-data/numpy.npz");
        assertThat(arrays.get("f4").shape()).containsExactly(2, 3);
        assertThat(arrays.get("f4").floats()).containsExactly(1.5f, -2f, Float.NaN, 0f, 1e-30f, 3e38f);
        assertThat(arrays.get("f8").doubles()).containsExactly(Math.PI, Double.NEGATIVE_INFINITY);
        assertThat(arrays.get("i4").shape()).containsExactly(2, 3, 4);
        assertThat(arrays.get("i4").ints()).startsWith(0, 1, 2).endsWith(22, 23);
        assertThat(arrays.get("i8").longs()).containsExactly(1L << 40, -1L);
        assertThat(arrays.get("u1").bytes()).containsExactly(0, -1);
        assertThat(arrays.get("u1").doubles()).containsExactly(0, 255);
        assertThat(arrays.get("b").booleans()).containsExactly(true, false, true);
        assertThat(arrays.get("text").strings()).containsExactly("SP1", "", "Gabpa é");
        assertThat(arrays.get("scalar").shape()).isEmpty();
        assertThat(arrays.get("scalar").doubles()).containsExactly(2.5);
        assertThat(arrays.get("empty").shape()).containsExactly(0, 4);
    }

    @Test
    void readsWhatItWritesAndWritesEqualBytes() throws IOException {
        float[] many = new float[100_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 0.25f;
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("many", NpyArray.of(many, 1000, 25, 4));
        arrays.put("d", NpyArray.of(new double[] {1, 2}));
        arrays.put("i", NpyArray.of(new int[] {1, 2, 3}, 3, 1));
        arrays.put("l", NpyArray.of(new long[] {Long.MIN_VALUE}));
        arrays.put("u", NpyArray.of(new byte[] {1, -1}));
        arrays.put("z", NpyArray.of(new boolean[] {false, true}));
        arrays.put("names", NpyArray.of(new String[] {"a", "", "\uD83E\uDDECbc"}));
        arrays.put("long names", NpyArray.of(new String[] {"x".repeat(50_000), "y"}));
        Path first = folder.resolve("a.npz");
        Path second = folder.resolve("b.npz");
        Npz.write(first.toString(), arrays);
        Npz.write(second.toString(), arrays);
        assertThat(second).hasSameBinaryContentAs(first);
        Map<String, NpyArray> read = Npz.read(first.toString());
        assertThat(read.keySet()).containsExactlyElementsOf(arrays.keySet());
        read.forEach((name, array) -> {
            assertThat(array.shape()).isEqualTo(arrays.get(name).shape());
            assertThat(array.data()).as(name).isEqualTo(arrays.get(name).data());
        });
    }

    /** The first bytes that {@code numpy.save} writes for a float32 array of shape (2,). */
    @Test
    void headerHasNumpysBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyArray.of(new float[] {1, 2}).write(out);
        byte[] bytes = out.toByteArray();
        assertThat(HexFormat.of().formatHex(bytes, 0, 10)).isEqualTo("934e554d505901007600");
        assertThat(new String(bytes, 10, 118, StandardCharsets.ISO_8859_1))
                .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }" + " ".repeat(60) + "\n");
        assertThat(HexFormat.of().formatHex(bytes, 128, bytes.length)).isEqualTo("0000803f00000040");
    }

    @Test
    void rejectsWhatIsNotAnArray() throws IOException {
        assertRejected("no zip".getBytes(StandardCharsets.UTF_8), "the file holds no NumPy arrays");
        byte[] whole = Files.readAllBytes(Path.of("test-data/numpy.npz"));
        assertRejected(Arrays.copyOf(whole, 250), "ends early");
        byte[] header = new NpyHeader("<c8", new int[] {2}).bytes();
        assertThatThrownBy(() -> NpyArray.read(new ByteArrayInputStream(header), "x.npy"))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("x.npy", "found <c8");
        byte[] cut = new NpyHeader("<f4", new int[] {2}).bytes();
        assertThatThrownBy(() -> NpyArray.read(new ByteArrayInputStream(cut), "x.npy"))
                .isInstanceOf(UserException.class)
                .hasMessage("x.npy: the NumPy array ends early");
        assertThatThrownBy(() -> NpyArray.of(new float[5], 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRejected(byte[] bytes, String message) throws IOException {
        Path path = Files.write(folder.resolve("bad.npz"), bytes);
        assertThatThrownBy(() -> Npz.read(path.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("bad.npz", message);
    }
}
