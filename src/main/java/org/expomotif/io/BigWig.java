package org.expomotif.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.expomotif.run.UserException;

/**
 * Writes a track as bigWig, version 4 (Kent and others 2010, doi:10.1093/bioinformatics/btq351, supplementary tables):
 * sections of fixed steps of one base, a B+ tree of the sequences and an R tree over the sections. It has no zoom
 * levels; readers then summarise the bases themselves, which is quick where a track covers regions and not a genome.
 */
public final class BigWig implements AutoCloseable {
    private static final int MAGIC = 0x888FFC26;
    private static final int TREE_MAGIC = 0x78CA8C91;
    private static final int HEADER = 64;
    private static final int SUMMARY = 40;
    private static final int SECTION_HEADER = 24;
    private static final int FIXED_STEP = 3;
    private static final int MOST_VALUES = 1024;
    private static final int MOST_SEQUENCES = 65_535;

    private final String path;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Path spool;
    private final OutputStream data;
    private final List<BigWigIndex.Section> sections = new ArrayList<>();
    private long size;
    private int lastEnd;
    private long bases;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double sum;
    private double squares;

    private BigWig(String path, Path spool) throws IOException {
        this.path = path;
        this.spool = spool;
        this.data = new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16);
    }

    /** Opens a file whose stretches come one by one; they wait beside it, compressed, until it is written. */
    public static BigWig open(String path) {
        try {
            Path folder = Path.of(Outputs.isStandard(path) ? "" : path)
                    .toAbsolutePath()
                    .getParent();
            return new BigWig(path, Files.createTempFile(folder, ".bigwig-", ".partial"));
        } catch (IOException e) {
            throw new UserException("the temporary file of the track cannot be made (" + e.getMessage() + ")", e)
                    .in(path)
                    .remedy("write to a folder that is there and may be written to");
        }
    }

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
     * @param stretches sorted by sequence and start, without overlap
     * @throws UserException when there are too many sequences for the format
     */
    public static void write(String path, Map<String, Integer> lengths, List<Stretch> stretches) {
        try (BigWig bigWig = open(path)) {
            stretches.forEach(bigWig::add);
            bigWig.commit(lengths);
        }
    }

    /**
     * Adds values.
     *
     * @param stretch of the sequence of the last stretch and behind it, or of a sequence that has none yet
     * @throws UserException when there are too many sequences for the format
     */
    public void add(Stretch stretch) {
        Integer known = numbers.putIfAbsent(stretch.sequence(), numbers.size());
        int number = known == null ? numbers.size() - 1 : known;
        if (numbers.size() > MOST_SEQUENCES) {
            throw new UserException("too many sequences for a bigWig file")
                    .in(path)
                    .expected("at most " + MOST_SEQUENCES)
                    .found(String.valueOf(numbers.size()))
                    .remedy("write a bedGraph");
        }
        if (known != null && (number != numbers.size() - 1 || stretch.start() < lastEnd)) {
            throw new IllegalArgumentException("not behind the last stretch: " + stretch);
        }
        lastEnd = stretch.end();
        add(number, stretch);
    }

    /**
     * Finishes the file.
     *
     * @param lengths bases of every sequence; others than those of the stretches do not count
     */
    public void commit(Map<String, Integer> lengths) {
        byte[] tree = tree(lengths);
        long dataAt = (long) HEADER + SUMMARY + tree.length;
        long indexAt = dataAt + 8 + size;
        Outputs.write(path, out -> {
            data.close();
            out.write(header(dataAt, indexAt).array());
            out.write(tree);
            out.write(little(8).putLong(sections.size()).array());
            Files.copy(spool, out);
            out.write(BigWigIndex.of(sections, dataAt + 8, indexAt));
            out.write(little(4).putInt(MAGIC).array());
        });
    }

    @Override
    public void close() {
        try {
            data.close();
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            sections.add(new BigWigIndex.Section(sequence, start, start + count, size, packed.length));
            size += packed.length;
            write(packed);
        }
    }

    private void write(byte[] packed) {
        try {
            data.write(packed);
        } catch (IOException e) {
            throw new UserException("the temporary file of the track cannot be written (" + e.getMessage() + ")", e)
                    .in(spool)
                    .remedy("write the track to a disk with more room");
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
            return Arrays.copyOf(packed, size);
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

    /** The names in a B+ tree of one leaf, sorted by their bytes, with their numbers. */
    private byte[] tree(Map<String, Integer> lengths) {
        SortedMap<byte[], String> keys = new TreeMap<>(Arrays::compareUnsigned);
        numbers.keySet().forEach(name -> keys.put(name.getBytes(StandardCharsets.UTF_8), name));
        int width = keys.keySet().stream().mapToInt(key -> key.length).max().orElse(1);
        ByteBuffer tree = little(32 + 4 + keys.size() * (width + 8));
        tree.putInt(TREE_MAGIC).putInt(Math.max(1, keys.size())).putInt(width).putInt(8);
        tree.putLong(keys.size()).putLong(0);
        tree.put((byte) 1).put((byte) 0).putShort((short) keys.size());
        keys.forEach((key, name) -> {
            tree.put(Arrays.copyOf(key, width));
            Integer length = lengths.get(name);
            if (length == null) {
                throw new IllegalArgumentException("no length of " + name);
            }
            tree.putInt(numbers.getOrDefault(name, 0)).putInt(length);
        });
        return tree.array();
    }
}
