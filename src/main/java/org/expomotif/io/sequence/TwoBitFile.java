package org.expomotif.io.sequence;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.run.UserException;

/**
 * A genome in UCSC's .2bit format, version 0, in either byte order: two bits per base, with runs of N and of
 * soft-masked bases (lower case). Counts, offsets, lengths, names and runs are checked against each other and against
 * the size of the file before any base is read.
 */
final class TwoBitFile implements AutoCloseable {
    private static final int SIGNATURE = 0x1A412743;
    private static final int HEAD = 16;

    /** Minimum size in bytes of an index entry, whose name has one letter. */
    private static final int MIN_ENTRY = 6;

    private static final byte[] LETTERS = {'T', 'C', 'A', 'G'};

    /** Runs of bases: ascending starts, and lengths. */
    private record Runs(int[] starts, int[] lengths) {}

    private record Entry(int length, Runs unknown, Runs masked, long packedAt) {}

    private final Path path;
    private final FileChannel channel;
    private final ByteOrder order;
    private final Map<String, Long> offsets = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();

    private TwoBitFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        ByteBuffer head = read(0, HEAD, ByteOrder.BIG_ENDIAN);
        this.order = head.getInt(0) == SIGNATURE ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        head.order(order);
        if (head.getInt(4) != 0) {
            throw fault("the version of the .2bit file cannot be read")
                    .expected("version 0")
                    .found("version " + head.getInt(4))
                    .remedy("convert it with faToTwoBit without -long");
        }
        int count = head.getInt(8);
        if (count < 0 || count > channel.size() / MIN_ENTRY) {
            throw fault("the .2bit file ends early or is damaged")
                    .expected("a number of sequences that fits the size of the file")
                    .found(Integer.toUnsignedString(count));
        }
        SequenceNames names = new SequenceNames(path.toString());
        long at = HEAD;
        for (int i = 0; i < count; i++) {
            int size = read(at, 1, order).get() & 0xFF;
            ByteBuffer entry = read(at + 1, size + 4, order);
            byte[] name = new byte[size];
            entry.get(name);
            String text = new String(name, StandardCharsets.UTF_8);
            names.addNew(text, 0);
            offsets.put(text, entry.getInt() & 0xFFFFFFFFL);
            at += 1 + size + 4L;
        }
        for (Map.Entry<String, Long> sequence : offsets.entrySet()) {
            if (sequence.getValue() < at) {
                throw damaged(sequence.getKey())
                        .expected("an offset after the index, which ends at byte " + at)
                        .found(String.valueOf(sequence.getValue()));
            }
        }
    }

    /** Whether a file begins with the signature of a .2bit file. */
    static boolean isTwoBit(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer head = ByteBuffer.allocate(4);
            channel.read(head, 0);
            int first = head.getInt(0);
            return first == SIGNATURE || first == Integer.reverseBytes(SIGNATURE);
        }
    }

    /**
     * Opens a file.
     *
     * @throws UserException when it is damaged
     */
    static TwoBitFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            return new TwoBitFile(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private UserException fault(String what) {
        return new UserException(what).in(path).remedy("copy or make it again");
    }

    private UserException damaged(String sequence) {
        return fault("the .2bit file is damaged").atRecord("sequence " + sequence);
    }

    private ByteBuffer read(long at, int size, ByteOrder endian) throws IOException {
        if (size < 0 || at + size > channel.size()) {
            throw fault("the .2bit file ends early");
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).order(endian);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException(path.toString());
            }
        }
        return buffer.flip();
    }

    /** Names of the sequences, in the order of the file. */
    List<String> names() {
        return List.copyOf(offsets.keySet());
    }

    /** Length of a sequence in bases. */
    int length(String name) throws IOException {
        return entry(name).length;
    }

    private Entry entry(String name) throws IOException {
        Entry known = entries.get(name);
        if (known != null) {
            return known;
        }
        Long offset = offsets.get(name);
        if (offset == null) {
            throw new IllegalArgumentException("no sequence " + name + " in " + path);
        }
        int length = read(offset, 4, order).getInt();
        if (length < 0) {
            throw damaged(name)
                    .expected("at most 2,147,483,647 bases")
                    .found(Integer.toUnsignedString(length))
                    .remedy("give FASTA in its place");
        }
        long at = offset + 4;
        Runs unknown = runs(name, at, length);
        at += 4 + 8L * unknown.starts.length;
        Runs masked = runs(name, at, length);
        at += 4 + 8L * masked.starts.length;
        Entry entry = new Entry(length, unknown, masked, at + 4);
        if (entry.packedAt + (length + 3L) / 4 > channel.size()) {
            throw fault("the .2bit file ends early").atRecord("sequence " + name);
        }
        entries.put(name, entry);
        return entry;
    }

    private Runs runs(String name, long at, int length) throws IOException {
        int count = read(at, 4, order).getInt();
        if (count < 0 || count > channel.size() / 8) {
            throw damaged(name)
                    .expected("a number of runs that fits the size of the file")
                    .found(Integer.toUnsignedString(count));
        }
        int[] numbers = new int[2 * count];
        read(at + 4, 8 * count, order).asIntBuffer().get(numbers);
        int end = 0;
        for (int i = 0; i < count; i++) {
            int start = numbers[i];
            int bases = numbers[count + i];
            if (start < end || bases < 0 || bases > length - start) {
                throw damaged(name)
                        .expected("runs of bases one after the other, up to base " + length)
                        .found("a run of " + Integer.toUnsignedString(bases) + " from base "
                                + Integer.toUnsignedString(start));
            }
            end = start + bases;
        }
        return new Runs(Arrays.copyOf(numbers, count), Arrays.copyOfRange(numbers, count, 2 * count));
    }

    /**
     * Letters of a sequence, with N for unknown bases and lower case for soft-masked ones.
     *
     * @param from first base, counted from 0
     * @param to position after the last base, at most {@link #length}
     */
    byte[] letters(String name, int from, int to) throws IOException {
        Entry entry = entry(name);
        byte[] letters = new byte[to - from];
        int firstByte = from / 4;
        ByteBuffer packed = read(entry.packedAt + firstByte, (to + 3) / 4 - firstByte, order);
        for (int i = from; i < to; i++) {
            letters[i - from] = LETTERS[packed.get(i / 4 - firstByte) >> 6 - 2 * (i % 4) & 3];
        }
        each(entry.masked, from, to, (start, end) -> {
            for (int i = start; i < end; i++) {
                letters[i - from] |= 0x20;
            }
        });
        each(entry.unknown, from, to, (start, end) -> {
            for (int i = start; i < end; i++) {
                letters[i - from] = (byte) ('N' | letters[i - from] & 0x20);
            }
        });
        return letters;
    }

    @FunctionalInterface
    private interface Run {
        void accept(int start, int end);
    }

    private static void each(Runs runs, int from, int to, Run run) {
        int next = Arrays.binarySearch(runs.starts, from);
        next = next >= 0 ? next : Math.max(0, -next - 2);
        for (; next < runs.starts.length && runs.starts[next] < to; next++) {
            int start = Math.max(from, runs.starts[next]);
            int end = Math.min(to, runs.starts[next] + runs.lengths[next]);
            if (start < end) {
                run.accept(start, end);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
