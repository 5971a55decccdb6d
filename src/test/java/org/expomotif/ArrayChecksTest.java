package org.expomotif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.shard.Shard;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of checks in docs/formats.md: the same broken array through every reader of arrays. */
class ArrayChecksTest {
    private static final String WEIGHTS = "conv1/kernel";

    @TempDir
    private Path folder;

    /** A .npy file with this dictionary, followed by a number of bytes. */
    private static byte[] npy(String dictionary, int bytes) {
        byte[] text = (dictionary + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(10 + text.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) text.length);
        return file.put(text).array();
    }

    private static byte[] npy(String type, String order, String shape, int bytes) {
        return npy("{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }", bytes);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(new byte[] {1, 2, 3}, "this is not a NumPy array"),
                Arguments.of(npy("<f4", "False", "(3, 4, 2)", 95), "the NumPy array ends early"),
                Arguments.of(npy("<f4", "False", "(3, 4, 2)", 97), "the NumPy array is longer than its shape says"),
                Arguments.of(npy("<f4", "False", "(30000, 4, 2000)", 96), "the NumPy array ends early"),
                Arguments.of(npy("<f4", "False", "(3, 4, 2)", 400_000), "the NumPy array is longer"),
                Arguments.of(npy("<f4", "True", "(3, 4, 2)", 96), "the NumPy array is in Fortran order"),
                Arguments.of(
                        npy(">f4", "False", "(3, 4, 2)", 96),
                        "float64, int8, int32, int64, uint8, bool or text, found >f4 (big-endian)"),
                Arguments.of(npy("<c8", "False", "(3, 4, 2)", 192), "the type of the NumPy array cannot be read"),
                Arguments.of(npy("|O", "False", "(3, 4, 2)", 192), "found |O"),
                Arguments.of(npy("<f16", "False", "(3, 4, 2)", 384), "found <f16"),
                Arguments.of(npy("<f4", "False", "(-3, 4, -2)", 96), "the header of the NumPy array cannot be read"),
                Arguments.of(npy("<f4", "False", "(99999999999, 2)", 96), "the shape of the NumPy array is damaged"),
                Arguments.of(npy("{'descr': '<f4', 'shape': (3, 4, 2), }", 96), "the header of the NumPy array cannot"),
                Arguments.of(npy("[]", 96), "the header of the NumPy array cannot be read"));
    }

    /** Bytes of shapes whose product overflows; merge copies rows and does not multiply them into memory. */
    static Stream<Arguments> overflowing() {
        return Stream.of(
                Arguments.of(npy("<f4", "False", "(2147483647, 2147483647, 2147483647)", 96), "too large"),
                Arguments.of(npy("<U999999", "False", "(2147483000,)", 96), "early"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void everyReaderRefusesIt(byte[] array, String message) throws IOException {
        refused(file -> readNpy(file), Files.write(folder.resolve("a.npy"), array), message);
        refused(file -> Npz.read(file), npz(array), message);
        refused(file -> merge(file), npz(array), message);
        boolean otherShape = new String(array, StandardCharsets.ISO_8859_1).contains("(30000, 4, 2000)");
        refused(file -> Model.read(file), model(WEIGHTS, array), otherShape ? "found [30000, 4, 2000]" : message);
    }

    @ParameterizedTest
    @MethodSource("overflowing")
    void shapesThatOverflowTakeNoMemory(byte[] array, String message) throws IOException {
        refused(file -> readNpy(file), Files.write(folder.resolve("a.npy"), array), message);
        refused(file -> Npz.read(file), npz(array), message);
        refused(file -> Model.read(file), model(WEIGHTS, array), "expected [3, 4, 2], found [2147483");
        refused(file -> merge(file), npz(array), "early");
    }

    private void refused(Consumer<String> reader, Path file, String message) {
        assertThatThrownBy(() -> reader.accept(file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    private static void readNpy(String file) {
        try {
            NpyArray.read(new ByteArrayInputStream(Files.readAllBytes(Path.of(file))), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void merge(String file) {
        try (ArrayShards parts = ArrayShards.open(List.of(file))) {
            parts.write(folder.resolve("whole.npz").toString());
        }
    }

    /** The only shard of an attribution. */
    private Path npz(byte[] array) throws IOException {
        ByteArrayOutputStream label = new ByteArrayOutputStream();
        NpyArray.of(new String[] {"run", new Shard(1, 1).comment()}).write(label);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("arr_0.npy", array);
        entries.put("part.npy", label.toByteArray());
        return zip("a.npz", entries);
    }

    private Path zip(String name, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    /** The entries of a whole model. */
    private Map<String, byte[]> model() throws IOException {
        NetworkSpec spec = new NetworkSpec(
                "tiny",
                8,
                2,
                List.of(new LayerSpec.Convolution(2, 3, LayerSpec.Padding.SAME, true, Activation.named("relu"), 0)));
        Path file = TinyModel.write(TinyModel.random(spec, 1, "c", "d"), folder.resolve("whole.zip"));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private Path model(String array, byte[] content) throws IOException {
        Map<String, byte[]> entries = model();
        entries.put(array + ".npy", content);
        return zip("m.zip", entries);
    }

    private static byte[] floats(int[] shape, float... numbers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyArray.of(numbers, shape).write(out);
        return out.toByteArray();
    }

    @Test
    void aWholeOneIsReadByAll() throws IOException {
        byte[] array = floats(new int[] {3, 4, 2}, new float[24]);
        Path npy = Files.write(folder.resolve("a.npy"), array);
        readNpy(npy.toString());
        assertThat(Npz.read(npz(array).toString())).containsKeys("arr_0", "part");
        merge(npz(array).toString());
        assertThat(Npz.read(folder.resolve("whole.npz").toString())).containsOnlyKeys("arr_0");
        Model.read(model(WEIGHTS, array).toString());
    }

    @Test
    void anEntryTwiceIsRefused() throws IOException {
        byte[] array = floats(new int[] {2}, 1, 2);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("arr_0.npy", array);
        entries.put("arr_1.npy", array);
        entries.put("part.npy", array);
        byte[] bytes = Files.readAllBytes(zip("b.npz", entries));
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("arr_1", "arr_0");
        Path twice = Files.write(folder.resolve("b.npz"), text.getBytes(StandardCharsets.ISO_8859_1));
        String message = "arr_0.npy: the zip has two entries of one name";
        refused(file -> Npz.read(file), twice, message);
        refused(file -> merge(file), twice, message);
        Map<String, byte[]> model = model();
        model.put("conv1/kerneL.npy", new byte[0]);
        String whole =
                new String(Files.readAllBytes(zip("m.zip", model)), StandardCharsets.ISO_8859_1).replace("neL", "nel");
        Path file = Files.write(folder.resolve("m.zip"), whole.getBytes(StandardCharsets.ISO_8859_1));
        refused(path -> Model.read(path), file, "conv1/kernel.npy: the zip has two entries of one name");
    }

    @Test
    void aZipWithoutItsEndIsRefused() throws IOException {
        Path file = npz(floats(new int[] {2}, 1, 2));
        byte[] whole = Files.readAllBytes(file);
        for (int cut : new int[] {1, 30, 100}) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            refused(path -> Npz.read(path), file, "the file is damaged");
            refused(path -> merge(path), file, "the shard is damaged");
        }
    }

    @Test
    void weightsMustBeThoseOfTheLayers() throws IOException {
        refused(
                file -> Model.read(file),
                model("conv9/kernel", floats(new int[] {1}, 1)),
                "conv9/kernel: the model has weights that none of its layers takes");
        refused(
                file -> Model.read(file),
                model(WEIGHTS, floats(new int[] {3, 2, 4}, new float[24])),
                "conv1/kernel: the model's weights have another shape than its layers: expected [3, 4, 2]");
        refused(
                file -> Model.read(file),
                model("conv1_bn/moving_variance", floats(new int[] {2}, 1, -0.5f)),
                "conv1_bn/moving_variance: a variance of the model is not a number of at least 0: expected finite"
                        + " numbers of at least 0, found -0.5");
        refused(
                file -> Model.read(file),
                model("conv1_bn/moving_variance", floats(new int[] {2}, 1, Float.NaN)),
                "conv1_bn/moving_variance: a variance of the model is not a number");
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        NpyArray.of(new String[] {"a", "b"}).write(texts);
        refused(
                file -> Model.read(file),
                model("conv1_bn/gamma", texts.toByteArray()),
                "conv1_bn/gamma: the model's weights are not numbers: expected float32, found str");
    }

    static Stream<Arguments> descriptions() {
        return Stream.of(
                Arguments.of("\"c\", \"d\"", "\"c\", \"c\"", "the classes need names of their own: found \"c\" twice"),
                Arguments.of("\"c\", \"d\"", "\"c\", \"\"", "found class 2 of 2 without a name"),
                Arguments.of("\"c\", \"d\"", "\"c\", \"a\\tb\"", "which holds a control character"),
                Arguments.of(
                        "\"c\", \"d\"",
                        "\"c\", 5",
                        "the field \"classes\" of model.json is wrong: expected texts, found 5"),
                Arguments.of(
                        "\"inputLength\" : 8",
                        "\"inputLength\" : \"8\"",
                        "the field \"inputLength\" of model.json is wrong"),
                Arguments.of("\"inputLength\" : 8", "\"inputLength\" : -8", "a whole number of at least 1, found -8"),
                Arguments.of(
                        "\"seed\" : 1",
                        "\"seed\" : 1, \"seed\" : 2",
                        "its model.json is not JSON (Duplicate field 'seed'"),
                Arguments.of(
                        "\"filters\" : 2",
                        "\"filters\" : 2, \"filters\" : 3",
                        "its model.json is not JSON (Duplicate field 'filters'"));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void aDescriptionThatCannotBeRightIsRefused(String part, String changed, String message) throws IOException {
        Map<String, byte[]> entries = model();
        String json = new String(entries.get("model.json"), StandardCharsets.UTF_8);
        assertThat(json).contains(part);
        entries.put("model.json", json.replace(part, changed).getBytes(StandardCharsets.UTF_8));
        refused(file -> Model.read(file), zip("m.zip", entries), message);
    }

    @Test
    void textAfterTheDescriptionIsRefused() throws IOException {
        Map<String, byte[]> entries = model();
        String json = new String(entries.get("model.json"), StandardCharsets.UTF_8);
        entries.put("model.json", (json + "{}").getBytes(StandardCharsets.UTF_8));
        refused(file -> Model.read(file), zip("m.zip", entries), "its model.json is not JSON (");
    }
}
