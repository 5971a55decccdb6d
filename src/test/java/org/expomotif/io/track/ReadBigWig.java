package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Reads a bigWig file by following its trees, as a browser does (bench/attribution_files.py uses pyBigWig). */
public final class ReadBigWig {
    /** The summary of some bases of a sequence in a zoom level. */
    record Zoomed(
            String sequence, int start, int end, int count, float least, float greatest, float sum, float squares) {}

    @FunctionalInterface
    private interface Block {
        void read(ByteBuffer plain, int start, int end);
    }

    private final ByteBuffer bytes;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Integer> lengths = new TreeMap<>();
    private final Map<String, Float> values = new TreeMap<>();
    private final Map<Integer, List<Zoomed>> zooms = new TreeMap<>();
    private int depth;

    /** Reads the whole file. */
    public ReadBigWig(Path file) throws IOException, DataFormatException {
        bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(0)).isEqualTo(0x888FFC26);
        assertThat(bytes.getInt(bytes.capacity() - 4)).isEqualTo(0x888FFC26);
        assertThat(bytes.getShort(4)).isEqualTo((short) 4);
        readNames();
        for (int z = 0; z < bytes.getShort(6); z++) {
            int header = 64 + 24 * z;
            List<Zoomed> records = new ArrayList<>();
            tree((int) bytes.getLong(header + 16), (block, start, end) -> zoomed(block, start, end, records));
            assertThat(bytes.getInt((int) bytes.getLong(header + 8))).isEqualTo(records.size());
            zooms.put(bytes.getInt(header), records);
        }
        depth = 0;
        int sections = tree((int) bytes.getLong(24), this::section);
        assertThat(bytes.getLong((int) bytes.getLong(16))).isEqualTo(sections);
    }

    /** Length of each sequence in bases. */
    public Map<String, Integer> lengths() {
        return lengths;
    }

    /** Every value by {@code sequence:base}, with bases counted from 0. */
    public Map<String, Float> values() {
        return values;
    }

    /** The records of every zoom level, by the number of bases per record. */
    Map<Integer, List<Zoomed>> zooms() {
        return zooms;
    }

    /** Number of levels of the index. */
    int depth() {
        return depth;
    }

    /** The summary of the file: its 40 bytes. */
    ByteBuffer total() {
        return bytes.slice((int) bytes.getLong(44), 40).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void readNames() {
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

    private int tree(int at, Block block) throws DataFormatException {
        assertThat(bytes.getInt(at)).isEqualTo(0x2468ACE0);
        node(at + 48, 1, block);
        return (int) bytes.getLong(at + 8);
    }

    private void node(int at, int level, Block block) throws DataFormatException {
        depth = Math.max(depth, level);
        boolean leaf = bytes.get(at) == 1;
        for (int i = 0; i < bytes.getShort(at + 2); i++) {
            int item = at + 4 + i * (leaf ? 32 : 24);
            if (leaf) {
                assertThat(bytes.getInt(item + 8)).isEqualTo(bytes.getInt(item));
                ByteBuffer plain = plain(bytes.getLong(item + 16), bytes.getLong(item + 24));
                assertThat(plain.getInt(0)).isEqualTo(bytes.getInt(item));
                block.read(plain, bytes.getInt(item + 4), bytes.getInt(item + 12));
            } else {
                node((int) bytes.getLong(item + 16), level + 1, block);
            }
        }
    }

    private ByteBuffer plain(long at, long size) throws DataFormatException {
        byte[] packed = new byte[(int) size];
        bytes.get((int) at, packed);
        byte[] plain = new byte[bytes.getInt(52)];
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        int length = inflater.inflate(plain);
        assertThat(inflater.finished()).isTrue();
        inflater.end();
        return ByteBuffer.wrap(plain, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void section(ByteBuffer section, int start, int end) {
        assertThat(start).isLessThan(end);
        assertThat(section.getInt(4)).isEqualTo(start);
        assertThat(section.getInt(8)).isEqualTo(end);
        for (int i = 0; i < end - start; i++) {
            values.put(names.get(section.getInt(0)) + ":" + (start + i), section.getFloat(24 + 4 * i));
        }
    }

    private void zoomed(ByteBuffer block, int start, int end, List<Zoomed> records) {
        int first = records.size();
        while (block.hasRemaining()) {
            records.add(new Zoomed(
                    names.get(block.getInt()),
                    block.getInt(),
                    block.getInt(),
                    block.getInt(),
                    block.getFloat(),
                    block.getFloat(),
                    block.getFloat(),
                    block.getFloat()));
        }
        assertThat(records.get(first).start()).isEqualTo(start);
        assertThat(records.subList(first, records.size()))
                .allMatch(one -> one.sequence().equals(records.get(first).sequence()));
        assertThat(records.getLast().end()).isEqualTo(end);
    }
}
