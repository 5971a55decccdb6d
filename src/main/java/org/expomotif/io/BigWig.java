package org.expomotif.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.expomotif.run.UserException;

/**
 * Writes a track as bigWig, version 4 (Kent and others 2010, doi:10.1093/bioinformatics/btq351, supplementary tables):
 * sections of fixed steps of one base, a B+ tree of the sequences and an R tree over the sections. It has no zoom
 * levels; readers then summarise the bases themselves, which is quick where a track covers regions and not a genome.
 */
public final class BigWig {
    private static final int MAGIC = 0x888FFC26;
    private static final int TREE_MAGIC = 0x78CA8C91;
    private static final int HEADER = 64;
    private static final int SUMMARY = 40;
    private static final int SECTION_HEADER = 24;
    private static final int FIXED_STEP = 3;
    private static final int MOST_VALUES = 1024;
    private static final int MOST_SEQUENCES = 65_535;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<BigWigIndex.Section> sections = new ArrayList<>();
    private long bases;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double sum;
    private double squares;

    private BigWig() {}

    /**
     * Values of neighbouring bases.
     *
     * @param sequence name of the sequence
     * @param start first base, counted from 0
     * @param values one number a base; not copied
     */
    public record Stretch(String sequence, int start, float[] values) {
        /** The base after the last. */
        public int end() {
            return start + values.length;
        }
    }

    /**
     * Writes a file.
     *
     * @param lengths bases of every sequence; others than those of the stretches do not count
     * @param stretches sorted by sequence (in the order of bytes) and start, without overlap
     * @throws UserException when there are too many sequences for the format
     */
    public static void write(String path, Map<String, Integer> lengths, List<Stretch> stretches) {
        BigWig bigWig = new BigWig();
        List<String> names = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (names.isEmpty() || !names.getLast().equals(stretch.sequence())) {
                names.add(stretch.sequence());
            }
            bigWig.add(names.size() - 1, stretch);
        }
        if (names.size() > MOST_SEQUENCES) {
            throw new UserException("too many sequences for a bigWig file")
                    .in(path)
                    .expected("at most " + MOST_SEQUENCES)
                    .found(String.valueOf(names.size()))
                    .remedy("write a bedGraph");
        }
        byte[] tree = tree(names, lengths);
        long dataAt = (long) HEADER + SUMMARY + tree.length;
        long indexAt = dataAt + 8 + bigWig.data.size();
        Outputs.write(path, out -> {
            out.write(bigWig.header(dataAt, indexAt).array());
            out.write(tree);
            out.write(little(8).putLong(bigWig.sections.size()).array());
            bigWig.data.writeTo(out);
            out.write(BigWigIndex.of(bigWig.sections, dataAt + 8, indexAt));
            out.write(little(4).putInt(MAGIC).array());
        });
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void add(int sequence, Stretch stretch) {
        for (int from = 0; from < stretch.values().length; from += MOST_VALUES) {
            int count = Math.min(MOST_VALUES, stretch.values().length - from);
            int start = stretch.start() + from;
            ByteBuffer section = little(SECTION_HEADER + 4 * count);
            section.putInt(sequence)
                    .putInt(start)
                    .putInt(start + count)
                    .putInt(1)
                    .putInt(1);
            section.put((byte) FIXED_STEP).put((byte) 0).putShort((short) count);
            for (int i = from; i < from + count; i++) {
                float value = stretch.values()[i];
                section.putFloat(value);
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                sum += value;
                squares += (double) value * value;
            }
            bases += count;
            byte[] packed = deflate(section.array());
            sections.add(new BigWigIndex.Section(sequence, start, start + count, data.size(), packed.length));
            data.writeBytes(packed);
        }
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + 64];
            int size = 0;
            while (!deflater.finished()) {
                size += deflater.deflate(packed, size, packed.length - size);
            }
            return java.util.Arrays.copyOf(packed, size);
        }
    }

    /** Header and total summary. */
    private ByteBuffer header(long dataAt, long indexAt) {
        ByteBuffer header = little(HEADER + SUMMARY);
        header.putInt(MAGIC).putShort((short) 4).putShort((short) 0);
        header.putLong(HEADER + SUMMARY).putLong(dataAt).putLong(indexAt);
        header.putShort((short) 0).putShort((short) 0).putLong(0).putLong(HEADER);
        header.putInt(SECTION_HEADER + 4 * MOST_VALUES).putLong(0);
        header.putLong(bases).putDouble(bases == 0 ? 0 : least).putDouble(bases == 0 ? 0 : greatest);
        return header.putDouble(sum).putDouble(squares);
    }

    /** The names in a B+ tree of one leaf: they are sorted, and their places are their numbers. */
    private static byte[] tree(List<String> names, Map<String, Integer> lengths) {
        List<byte[]> keys = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
        int width = keys.stream().mapToInt(key -> key.length).max().orElse(1);
        ByteBuffer tree = little(32 + 4 + keys.size() * (width + 8));
        tree.putInt(TREE_MAGIC).putInt(Math.max(1, keys.size())).putInt(width).putInt(8);
        tree.putLong(keys.size()).putLong(0);
        tree.put((byte) 1).put((byte) 0).putShort((short) keys.size());
        for (int i = 0; i < keys.size(); i++) {
            tree.put(java.util.Arrays.copyOf(keys.get(i), width));
            Integer length = lengths.get(names.get(i));
            if (length == null) {
                throw new IllegalArgumentException("no length of " + names.get(i));
            }
            tree.putInt(i).putInt(length);
        }
        return tree.array();
    }
}
