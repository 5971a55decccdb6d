package org.expomotif.io.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayShardsTest {
    private static final NpyArray RUN = NpyArray.of(new String[] {"made"});

    @TempDir
    private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** The arrays of the sequences {@code from} to {@code to - 1}. */
    private static Map<String, NpyArray> arrays(int from, int to) {
        int rows = to - from;
        String[] ids = new String[rows];
        float[] values = new float[2 * rows];
        byte[] codes = new byte[rows];
        for (int i = 0; i < rows; i++) {
            ids[i] = "s".repeat(1 + (from + i) % 3) + (from + i);
            values[2 * i] = from + i;
            values[2 * i + 1] = -1;
            codes[i] = (byte) (from + i);
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("ids", NpyArray.of(ids, rows));
        arrays.put("values", NpyArray.of(values, rows, 2));
        arrays.put("codes", NpyArray.of(codes, rows));
        arrays.put("run", RUN);
        return arrays;
    }

    private String part(int number, int count, Map<String, NpyArray> arrays) throws IOException {
        return write("part" + number + ".npz", List.of("made", new Shard(number, count).comment()), arrays);
    }

    private String write(String name, List<String> comments, Map<String, NpyArray> arrays) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                Npz.add(zip, array.getKey(), array.getValue());
            }
            ArrayShards.mark(zip, comments);
        }
        return path(name);
    }

    private void merge(String... files) {
        try (ArrayShards shards = ArrayShards.open(List.of(files))) {
            shards.write(path("merged.npz"));
        }
    }

    private void refused(String message, String... files) {
        assertThatThrownBy(() -> merge(files)).isInstanceOf(UserException.class).hasMessageStartingWith(message);
        assertThat(folder.resolve("merged.npz")).doesNotExist();
    }

    @Test
    void theMergedFileIsThatOfAnUndividedRun() throws IOException {
        String whole = write("whole.npz", List.of("made"), arrays(0, 7));
        assertThat(Npz.read(whole)).containsOnlyKeys("ids", "values", "codes", "run");
        String first = part(1, 4, arrays(0, 3));
        String second = part(2, 4, arrays(3, 3));
        merge(part(4, 4, arrays(4, 7)), part(3, 4, arrays(3, 4)), second, first);
        assertThat(folder.resolve("merged.npz")).hasSameBinaryContentAs(Path.of(whole));
    }

    @Test
    void aFirstShardWithoutRowsHasNoTypeToKeep() throws IOException {
        String whole = write("whole.npz", List.of("made"), arrays(0, 2));
        merge(part(1, 2, arrays(0, 0)), part(2, 2, arrays(0, 2)));
        assertThat(folder.resolve("merged.npz")).hasSameBinaryContentAs(Path.of(whole));
    }

    @Test
    void onlyAFileOfAShardIsMarked() throws IOException {
        assertThat(Npz.read(part(1, 2, arrays(0, 1)))).containsKey("part");
        assertThat(Npz.read(write("a.npz", List.of(), arrays(0, 1)))).doesNotContainKey("part");
    }

    @Test
    void aZipBeginsWithItsTwoLetters() throws IOException {
        assertThat(ArrayShards.isZip(part(1, 2, arrays(0, 1)))).isTrue();
        assertThat(ArrayShards.isZip(
                        Files.writeString(folder.resolve("a"), "PKK").toString()))
                .isTrue();
        for (String text : List.of("", "P", "PQ", "QK")) {
            assertThat(ArrayShards.isZip(
                            Files.writeString(folder.resolve("a"), text).toString()))
                    .isFalse();
        }
    }

    @Test
    void aFileThatIsNotAShardIsRefused() throws IOException {
        String whole = write("whole.npz", List.of("made"), arrays(0, 2));
        refused(
                whole + ": the file is not a shard of an attribution: expected what attribute --shard wrote;"
                        + " give all shards of one run and nothing else",
                whole);
        Map<String, NpyArray> unnamed = arrays(0, 2);
        unnamed.put("part", NpyArray.of(new String[] {"made", "by hand"}));
        String file = write("unnamed.npz", List.of("made"), unnamed);
        refused(
                file + ": the shard is damaged (its array part does not name the shard);"
                        + " copy it again, or run the shard again",
                file);
        unnamed.put("part", NpyArray.of(new int[1]));
        write("unnamed.npz", List.of("made"), unnamed);
        refused(file + ": the array has the wrong type: expected text, found int32", file);
    }

    @Test
    void shardsAreOfOneRun() throws IOException {
        String first = part(1, 2, arrays(0, 1));
        refused(first + ": shard 2 of 2 is missing", first);
        String other = write("other.npz", List.of("other", new Shard(2, 2).comment()), arrays(1, 2));
        refused(other + ": the shard belongs to another attribution than " + first, first, other);
    }

    @Test
    void shardsHaveTheSameArrays() throws IOException {
        Map<String, NpyArray> fewer = arrays(1, 2);
        fewer.remove("codes");
        String second = part(2, 2, fewer);
        refused(
                second + ": the arrays of the shard differ from those of the first: expected codes, ids, run, values,"
                        + " found ids, run, values; run all shards with the same version and options",
                part(1, 2, arrays(0, 1)),
                second);
    }

    @Test
    void theArraysOfAShardHaveOneRowPerSequence() throws IOException {
        Map<String, NpyArray> more = arrays(0, 2);
        more.put("codes", NpyArray.of(new byte[3]));
        String file = part(1, 1, more);
        refused(file + ": the shard is damaged (the number of rows of its array codes differs from the others)", file);
        more.put("codes", NpyArray.scalar(new byte[1]));
        refused(
                file + ": the shard is damaged (the number of rows of its array codes differs from the others)",
                part(1, 1, more));
    }

    @Test
    void theArraysOfShardsHaveOneTypeAndShape() throws IOException {
        String first = part(1, 2, arrays(0, 1));
        Map<String, NpyArray> other = arrays(1, 2);
        other.put("values", NpyArray.of(new float[3], 1, 3));
        refused(
                path("part2.npz") + " (values.npy): the type or shape of the array differs from the other shards",
                first,
                part(2, 2, other));
        other = arrays(1, 2);
        other.put("ids", NpyArray.of(new int[1]));
        refused(
                path("part2.npz") + " (ids.npy): the type or shape of the array differs from the other shards",
                first,
                part(2, 2, other));
    }

    /** 2^22 letters of four bytes are the largest array of comments. */
    @Test
    void theCommentsHaveALargestSize() throws IOException {
        Map<String, NpyArray> arrays = arrays(0, 1);
        arrays.put("run", NpyArray.of(texts(1 << 12, 1 << 10)));
        merge(part(1, 1, arrays));
        Files.delete(folder.resolve("merged.npz"));
        arrays.put("run", NpyArray.of(texts((1 << 12) + 1, 1 << 10)));
        refused(
                path("part1.npz") + " (run.npy): the array of comments is too large: expected at most 16,777,216 bytes,"
                        + " found 16,781,312",
                part(1, 1, arrays));
    }

    private static String[] texts(int count, int length) {
        String[] texts = new String[count];
        Arrays.fill(texts, "x".repeat(length));
        return texts;
    }

    /** An entry that is stored without compression, of which one letter is changed afterwards. */
    @Test
    void theChecksumOfEveryEntryIsVerified() throws IOException {
        String file = part(1, 1, arrays(0, 1));
        merge(file);
        Files.delete(folder.resolve("merged.npz"));
        try (OutputStream out = Files.newOutputStream(Path.of(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            Npz.add(zip, "ids", NpyArray.of(new String[] {"abc"}));
            ArrayShards.mark(zip, List.of("made", new Shard(1, 1).comment()));
        }
        String bytes = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("a\0\0\0b");
        Files.writeString(Path.of(file), bytes.replace("a\0\0\0b", "x\0\0\0b"), StandardCharsets.ISO_8859_1);
        refused(file + ": the shard is damaged (its checksum does not fit)", file);
    }

    /** A shard with these bytes in place of its array of numbers. */
    private String withNumbers(byte[] bytes) throws IOException {
        String file = path("part1.npz");
        try (OutputStream out = Files.newOutputStream(Path.of(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("n1.npy"));
            zip.write(bytes);
            Npz.add(zip, "n2", NpyArray.of(new int[2]));
            ArrayShards.mark(zip, List.of("made", new Shard(1, 1).comment()));
        }
        return file;
    }

    @Test
    void theNumbersOfEveryArrayAreAllThere() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        NpyArray.of(new int[] {5, 6}).write(whole);
        byte[] bytes = whole.toByteArray();
        refused(
                path("part1.npz") + " (n1.npy): the NumPy array ends early",
                withNumbers(Arrays.copyOf(bytes, bytes.length - 1)));
        refused(
                path("part1.npz") + " (n1.npy): the NumPy array is longer than its shape says; write it again",
                withNumbers(Arrays.copyOf(bytes, bytes.length + 1)));
        merge(withNumbers(bytes));
        assertThat(Npz.read(path("merged.npz")).get("n1").ints()).containsExactly(5, 6);
    }

    @Test
    void anArrayTwiceIsRefused() throws IOException {
        String file = withNumbers(new NpyHeader("<i4", new int[] {0}).bytes());
        String bytes = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        Files.writeString(Path.of(file), bytes.replace("n1.npy", "n2.npy"), StandardCharsets.ISO_8859_1);
        refused(file + ", n2.npy: the zip has two entries of one name", file);
    }

    @Test
    void aFileThatIsNotAZipIsDamaged() throws IOException {
        String file = Files.writeString(folder.resolve("a.npz"), "text").toString();
        refused(file + ": the shard is damaged (", file);
    }

    @Test
    void entriesThatAreNotArraysAreLeftOut() throws IOException {
        String file = path("part1.npz");
        try (OutputStream out = Files.newOutputStream(Path.of(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.closeEntry();
            Npz.add(zip, "ids", NpyArray.of(new String[] {"abc"}));
            ArrayShards.mark(zip, List.of("made", new Shard(1, 1).comment()));
        }
        merge(file);
        assertThat(Npz.read(path("merged.npz"))).containsOnlyKeys("ids");
    }
}
