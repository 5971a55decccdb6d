package org.expomotif.io.track;

import htsjdk.tribble.SimpleFeature;
import htsjdk.tribble.index.tabix.TabixIndexCreator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.expomotif.io.BgzipObserver;
import org.expomotif.io.BgzipOutput;

/**
 * Makes the tabix index of a bgzip file while it is written; {@link TabixFile} makes the same index of a file that is
 * read again. Lines next to each other that lie in the same 16,384 bases (one of the smallest bins of the tabix
 * specification) are indexed as one.
 */
public final class TabixBuilder implements BgzipObserver {
    private static final int BIN_BITS = 14;

    /** Bits of the offset within a block in a virtual offset. */
    private static final int OFFSET_BITS = 16;

    /**
     * Lines of one sequence that are indexed as one.
     *
     * @param sequence name of the sequence
     * @param start first base, counted from 1
     * @param end last base
     * @param offset number of bytes of the file before the first line
     */
    private record Lines(byte[] sequence, int start, int end, long offset) {
        /** The smallest bin that has all bases, or -1 if they are in several ones. */
        int bin() {
            return start - 1 >> BIN_BITS == end - 1 >> BIN_BITS ? start - 1 >> BIN_BITS : -1;
        }

        /** Whether further lines can be indexed with these. */
        boolean canJoin(Lines next) {
            return bin() >= 0 && bin() == next.bin() && Arrays.equals(sequence, next.sequence);
        }

        Lines join(Lines next) {
            return new Lines(sequence, Math.min(start, next.start), Math.max(end, next.end), offset);
        }
    }

    private final TabixFile.Lines format;
    private final List<Lines> lines = new ArrayList<>();
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long[] blocks = new long[1024];
    private int blockCount;
    private long length;
    private long end;
    private volatile boolean isTooLong;

    /**
     * Creates an index without lines.
     *
     * @param format format of the lines, BED or GFF3, sorted by sequence and start
     */
    public TabixBuilder(TabixFile.Lines format) {
        if (format == TabixFile.Lines.VCF) {
            throw new IllegalArgumentException("the end of a VCF record is in no column of its own");
        }
        this.format = format;
    }

    @Override
    public Runnable prepare(byte[] bytes, int count) {
        int first = endOfLine(bytes, 0, count);
        int last = count;
        while (last > first && bytes[last - 1] != '\n') {
            last--;
        }
        int tail = last;
        List<Lines> found = new ArrayList<>();
        for (int at = first; at < tail; ) {
            int next = endOfLine(bytes, at, tail);
            line(bytes, at, next - 1, at).ifPresent(one -> add(one, found));
            at = next;
        }
        return () -> accept(bytes, count, first, tail, found);
    }

    /** Adds the line that began in an earlier piece, then the lines of a piece, and keeps its unfinished line. */
    private void accept(byte[] bytes, int count, int first, int tail, List<Lines> found) {
        long begin = length - unfinished.size();
        unfinished.write(bytes, 0, first);
        if (first > 0 && bytes[first - 1] == '\n') {
            byte[] whole = unfinished.toByteArray();
            line(whole, 0, whole.length - 1, begin).ifPresent(one -> add(one, lines));
            unfinished.reset();
        }
        for (Lines one : found) {
            add(new Lines(one.sequence, one.start, one.end, length + one.offset), lines);
        }
        if (tail > first || first > 0 && bytes[first - 1] == '\n') {
            unfinished.write(bytes, tail, count - tail);
        }
        length += count;
    }

    /** The index after the end of a line, or {@code to}. */
    private static int endOfLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, to);
    }

    private static void add(Lines next, List<Lines> to) {
        if (!to.isEmpty() && to.getLast().canJoin(next)) {
            to.addLast(to.removeLast().join(next));
        } else {
            to.add(next);
        }
    }

    /** The place of a line; empty for a comment or an empty line. */
    private Optional<Lines> line(byte[] bytes, int from, int to, long offset) {
        if (from >= to || bytes[from] == '#') {
            return Optional.empty();
        }
        long start = number(bytes, column(bytes, from, to, format.startColumn()), to) + format.shift();
        long last = number(bytes, column(bytes, from, to, format.endColumn()), to);
        if (last > TabixFile.MAXIMUM) {
            isTooLong = true;
            return Optional.empty();
        }
        int name = column(bytes, from, to, 1) - 1;
        return Optional.of(new Lines(Arrays.copyOfRange(bytes, from, name), (int) start, (int) last, offset));
    }

    /** The index of the first letter of a column, counted from 0. */
    private static int column(byte[] bytes, int from, int to, int number) {
        int at = from;
        for (int left = number; left > 0; at++) {
            if (at == to) {
                throw new IllegalArgumentException("a line has fewer than " + (number + 1) + " columns");
            }
            left -= bytes[at] == '\t' ? 1 : 0;
        }
        return at;
    }

    /** The number at an index, up to the next tab. */
    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to && bytes[i] != '\t'; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw new IllegalArgumentException("a position is not a number");
            }
            number = Math.addExact(Math.multiplyExact(number, 10), bytes[i] - '0');
        }
        return number;
    }

    @Override
    public void block(long address) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blockCount);
        }
        blocks[blockCount++] = address;
    }

    @Override
    public void end(long address) {
        end = address;
    }

    /**
     * Writes the index of the file, which is complete.
     *
     * @param name final name of the file, which determines that of the index
     * @return false if there is no index, because a line ends after {@link TabixFile#MAXIMUM}
     * @throws IllegalArgumentException when the lines are not sorted
     */
    public boolean write(String name) {
        if (isTooLong) {
            return false;
        }
        TabixIndexCreator creator = new TabixIndexCreator(format.format());
        for (Lines one : lines) {
            creator.addFeature(
                    new SimpleFeature(TabixFile.nameInIndex(one.sequence), one.start, one.end),
                    virtualOffset(one.offset));
        }
        TabixFile.write(creator.finalizeIndex(end << OFFSET_BITS), name);
        return true;
    }

    private long virtualOffset(long offset) {
        return blocks[(int) (offset / BgzipOutput.BLOCK)] << OFFSET_BITS | offset % BgzipOutput.BLOCK;
    }
}
