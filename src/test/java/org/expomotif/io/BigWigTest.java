package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the files back by following the trees, as a browser does (bench/attribution_files.py asks pyBigWig). */
class BigWigTest {
    @TempDir
    Path folder;

    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Integer> lengths = new TreeMap<>();
    private final Map<String, Float> values = new TreeMap<>();
    private int depth;

    private void write(Map<String, Integer> sizes, List<BigWig.Stretch> stretches)
            throws IOException, DataFormatException {
        Path file = folder.resolve("a.bw");
        BigWig.write(file.toString(), sizes, stretches);
        bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(0)).isEqualTo(0x888FFC26);
        assertThat(bytes.getInt(bytes.capacity() - 4)).isEqualTo(0x888FFC26);
        assertThat(bytes.getShort(4)).isEqualTo((short) 4);
        names();
        int index = (int) bytes.getLong(24);
        assertThat(bytes.getInt(index)).isEqualTo(0x2468ACE0);
        assertThat(bytes.getLong(index + 8)).isEqualTo(bytes.getLong((int) bytes.getLong(16)));
        node(index + 48, 1);
    }

    private void names() {
        int tree = (int) bytes.getLong(8);
        assertThat(bytes.getInt(tree)).isEqualTo(0x78CA8C91);
        int width = bytes.getInt(tree + 8);
        for (int i = 0; i < bytes.getLong(tree + 16); i++) {
            int at = tree + 36 + i * (width + 8);
            byte[] key = new byte[width];
            bytes.get(at, key);
            String name = new String(key, StandardCharsets.UTF_8).replace("\0", "");
            names.put(bytes.getInt(at + width), name);
            lengths.put(name, bytes.getInt(at + width + 4));
        }
    }

    private void node(int at, int level) throws DataFormatException {
        depth = Math.max(depth, level);
        boolean leaf = bytes.get(at) == 1;
        for (int i = 0; i < bytes.getShort(at + 2); i++) {
            int item = at + 4 + i * (leaf ? 32 : 24);
            if (leaf) {
                section(
                        bytes.getLong(item + 16),
                        bytes.getLong(item + 24),
                        bytes.getInt(item + 4),
                        bytes.getInt(item + 12));
            } else {
                node((int) bytes.getLong(item + 16), level + 1);
            }
        }
    }

    private void section(long at, long size, int start, int end) throws DataFormatException {
        byte[] packed = new byte[(int) size];
        bytes.get((int) at, packed);
        byte[] plain = new byte[bytes.getInt(52)];
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        inflater.inflate(plain);
        assertThat(inflater.finished()).isTrue();
        inflater.end();
        ByteBuffer section = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(section.getInt(4)).isEqualTo(start);
        assertThat(section.getInt(8)).isEqualTo(end);
        for (int i = 0; i < end - start; i++) {
            values.put(names.get(section.getInt(0)) + ":" + (start + i), section.getFloat(24 + 4 * i));
        }
    }

    @Test
    void everyBaseComesBack() throws IOException, DataFormatException {
        float[] many = new float[2500];
        for (int i = 0; i < many.length; i++) {
            many[i] = i / 8f - 7;
        }
        write(
                Map.of("chr1", 5000, "chr10", 90, "chr2", 7),
                List.of(
                        new BigWig.Stretch("chr1", 3, new float[] {1, -2}),
                        new BigWig.Stretch("chr1", 100, many),
                        new BigWig.Stretch("chr10", 0, new float[] {0.5f})));
        assertThat(lengths).isEqualTo(Map.of("chr1", 5000, "chr10", 90));
        assertThat(values).hasSize(2503).containsEntry("chr1:3", 1f).containsEntry("chr1:4", -2f);
        assertThat(values).containsEntry("chr10:0", 0.5f).containsEntry("chr1:100", -7f);
        assertThat(values).containsEntry("chr1:2599", 2499 / 8f - 7);
        int summary = (int) bytes.getLong(44);
        assertThat(bytes.getLong(summary)).isEqualTo(2503);
        assertThat(bytes.getDouble(summary + 8)).isEqualTo(-7);
        assertThat(bytes.getDouble(summary + 16)).isEqualTo(2499 / 8.0 - 7);
    }

    @Test
    void sequencesMayComeInAnyOrderButEachOnceAndForwards() throws IOException, DataFormatException {
        BigWig.Stretch first = new BigWig.Stretch("chr10", 0, new float[] {0.5f});
        BigWig.Stretch second = new BigWig.Stretch("chr1", 7, new float[] {3, 4});
        write(Map.of("chr1", 20, "chr10", 90), List.of(first, second));
        assertThat(lengths).isEqualTo(Map.of("chr1", 20, "chr10", 90));
        assertThat(values).containsExactlyInAnyOrderEntriesOf(Map.of("chr10:0", 0.5f, "chr1:7", 3f, "chr1:8", 4f));
        try (BigWig bigWig = BigWig.open(folder.resolve("no.bw").toString())) {
            bigWig.add(first);
            bigWig.add(second);
            assertThatThrownBy(() -> bigWig.add(second)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bigWig.add(new BigWig.Stretch("chr10", 1, new float[] {1})))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.{partial}").isDirectoryNotContaining("glob:**no.bw");
    }

    /** More sections than 256 nodes of 256: three levels. */
    @Test
    void theIndexGrows() throws IOException, DataFormatException {
        List<BigWig.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            stretches.add(new BigWig.Stretch("c", 3 * i, new float[] {i}));
        }
        write(Map.of("c", 210_000), stretches);
        assertThat(depth).isEqualTo(3);
        assertThat(values).hasSize(70_000).containsEntry("c:3", 1f).containsEntry("c:209997", 69_999f);
    }

    @Test
    void noScoresAreAFileToo() throws IOException, DataFormatException {
        write(Map.of(), List.of());
        assertThat(values).isEmpty();
    }

    @Test
    void tooManySequences() {
        List<BigWig.Stretch> stretches = new ArrayList<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (int i = 0; i < 65_536; i++) {
            String name = String.format(java.util.Locale.ROOT, "%05d", i);
            stretches.add(new BigWig.Stretch(name, 0, new float[] {1}));
            sizes.put(name, 1);
        }
        assertThatThrownBy(() -> BigWig.write(folder.resolve("b.bw").toString(), sizes, stretches))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("expected at most 65535, found 65536; write a bedGraph");
    }
}
