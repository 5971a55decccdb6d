package org.expomotif.io.track;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.expomotif.io.Outputs;
import org.expomotif.run.UserException;

/**
 * Writes a track as bigWig, version 4 (Kent and others 2010, doi:10.1093/bioinformatics/btq351, supplementary tables):
 * sections of fixed steps of one base, a B+ tree of the sequences, an R tree over the sections, and zoom levels of 40,
 * 160, 640, ... bases per record. Only the list of sections is kept in memory, about 50 bytes per 1,024 bases; the rest
 * is stored compressed in a temporary file in the folder of the output.
 */
public final class BigWig implements AutoCloseable {
    /** Suffixes of the names of bigWig files. */
    public static final List<String> SUFFIXES = List.of(".bw", ".bigwig");

    private static final int MAGIC = 0x888FFC26;
    private static final int TREE_MAGIC = 0x78CA8C91;
    private static final int HEADER = 64;
    private static final int ZOOM_HEADER = 24;
    private static final int SUMMARY = 40;
    private static final int SECTION_HEADER = 24;
    private static final int FIXED_STEP = 3;
    private static final int MAX_VALUES = 1024;
    private static final int MAX_SEQUENCES = 65_535;

    /**
     * Bases per record of the finest zoom level, which then takes a fifth of the bytes of the values, before
     * compression.
     */
    private static final int FINEST_ZOOM = 40;

    /** Maximum number of zoom levels; the coarsest then has four records per 40 million bases. */
    private static final int ZOOM_LEVELS = 10;

    private final String path;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final SectionSpool sections;
    private final ZoomLevel zoom;
    private final ByteBuffer section = little(SECTION_HEADER + 4 * MAX_VALUES);
    private final ValueSummary total = new ValueSummary();
    private final ValueSummary some = new ValueSummary();
    private int lastEnd;

    private BigWig(String path) {
        this.path = path;
        this.sections = SectionSpool.beside(path);
        this.zoom = ZoomLevel.open(path, FINEST_ZOOM, ZOOM_LEVELS);
    }

    /**
     * Opens a file to which runs of values are added one by one; they are stored in a temporary file until it is
     * written.
     */
    public static BigWig open(String path) {
        return new BigWig(path);
    }

    /**
     * A run of values of consecutive bases.
     *
     * @param sequence name of the sequence
     * @param start first base, counted from 0
     * @param values one number per base; not copied
     */
    public record FixedStep(String sequence, int start, float[] values) {
        /** The position after the last base. */
        public int end() {
            return start + values.length;
        }
    }

    /**
     * Writes a file.
     *
     * @param lengths length in bases by sequence name; sequences without values are ignored
     * @param runs runs of values, sorted by sequence and start, without overlap
     * @throws UserException when there are too many sequences for the format
     */
    public static void write(String path, Map<String, Integer> lengths, List<FixedStep> runs) {
        try (BigWig bigWig = open(path)) {
            runs.forEach(bigWig::add);
            bigWig.commit(lengths);
        }
    }

    /**
     * Adds values.
     *
     * @param run a run after the previous one of the same sequence, or the first of another sequence
     * @throws UserException when there are too many sequences for the format
     */
    public void add(FixedStep run) {
        Integer known = numbers.putIfAbsent(run.sequence(), numbers.size());
        int number = known == null ? numbers.size() - 1 : known;
        if (numbers.size() > MAX_SEQUENCES) {
            throw new UserException("too many sequences for a bigWig file")
                    .in(path)
                    .expected("at most " + MAX_SEQUENCES)
                    .found(String.valueOf(numbers.size()))
                    .remedy("write a bedGraph");
        }
        if (known != null && (number != numbers.size() - 1 || run.start() < lastEnd)) {
            throw new IllegalArgumentException("not after the last run of values: " + run);
        }
        lastEnd = run.end();
        add(number, run);
    }

    /**
     * Completes the file.
     *
     * @param lengths length in bases by sequence name; sequences without values are ignored
     */
    public void commit(Map<String, Integer> lengths) {
        byte[] tree = tree(lengths);
        List<ZoomLevel> zooms = zoom.finish();
        long dataAt = HEADER + ZOOM_HEADER * (long) zooms.size() + SUMMARY + tree.length;
        long zoomsAt = dataAt + 8 + sections.sizeWithIndex();
        Outputs.write(path, out -> {
            out.write(header(zooms, tree.length, dataAt, zoomsAt).array());
            out.write(tree);
            out.write(little(8).putLong(sections.count()).array());
            sections.copyTo(out, dataAt + 8);
            long at = zoomsAt;
            for (ZoomLevel level : zooms) {
                level.copyTo(out, at);
                at += level.sizeWithIndex();
            }
            out.write(little(4).putInt(MAGIC).array());
        });
    }

    @Override
    public void close() {
        try (sections) {
            zoom.close();
        }
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void add(int sequence, FixedStep run) {
        float[] values = run.values();
        for (int from = 0; from < values.length; from += MAX_VALUES) {
            int count = Math.min(MAX_VALUES, values.length - from);
            int start = run.start() + from;
            section.clear();
            section.putInt(sequence).putInt(start).putInt(start + count);
            section.putInt(1).putInt(1);
            section.put((byte) FIXED_STEP).put((byte) 0).putShort((short) count);
            for (int i = from; i < from + count; i++) {
                section.putFloat(values[i]);
            }
            sections.add(sequence, start, start + count, section);
        }
        for (int start = run.start(); start < run.end(); ) {
            int end = Math.min(run.end(), zoom.endOfRecord(start));
            some.clear();
            some.add(values, start - run.start(), end - run.start());
            total.add(some);
            zoom.add(sequence, start, end, some);
            start = end;
        }
    }

    /** The header, the positions of the zoom levels and the total summary. */
    private ByteBuffer header(List<ZoomLevel> zooms, int treeBytes, long dataAt, long zoomsAt) {
        int summaryAt = HEADER + ZOOM_HEADER * zooms.size();
        ByteBuffer header = little(summaryAt + SUMMARY);
        header.putInt(MAGIC).putShort((short) 4).putShort((short) zooms.size());
        header.putLong(dataAt - treeBytes).putLong(dataAt).putLong(dataAt + 8 + sections.size());
        header.putShort((short) 0).putShort((short) 0).putLong(0).putLong(summaryAt);
        header.putInt(ZoomLevel.BLOCK).putLong(0);
        long at = zoomsAt;
        for (ZoomLevel level : zooms) {
            header.putInt(level.bases()).putInt(0).putLong(at).putLong(at + level.size());
            at += level.sizeWithIndex();
        }
        total.putTotal(header);
        return header;
    }

    /** The names and numbers of the sequences in a B+ tree of one leaf, sorted by the bytes of the names. */
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
