package org.expomotif.io.track;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A zoom level of a bigWig file: one record for each interval of a fixed number of bases that has a value, counted from
 * the start of a sequence. A record spans only from the first base with a value to the last. Each level makes its
 * records from those of the previous level, which are four times finer, and keeps at most one block of them in memory.
 */
final class ZoomLevel implements AutoCloseable {
    /** Size of a block in bytes before compression. */
    static final int BLOCK = 512 * 32;

    private final int bases;
    private final Optional<ZoomLevel> coarser;
    private final SectionSpool blocks;
    private final ByteBuffer block = BigWig.little(BLOCK);
    private final ValueSummary values = new ValueSummary();
    private int sequence;
    private int start;
    private int end;
    private int blockSequence;
    private int blockStart;
    private int blockEnd;
    private int records;

    private ZoomLevel(int bases, Optional<ZoomLevel> coarser, SectionSpool blocks) {
        this.bases = bases;
        this.coarser = coarser;
        this.blocks = blocks;
    }

    /**
     * Opens levels, each four times coarser than the previous one. Values are added to the first level, which also
     * closes the others.
     *
     * @param path path of the output
     * @param finest bases per record of the first level
     * @param count number of levels
     */
    static ZoomLevel open(String path, int finest, int count) {
        Optional<ZoomLevel> coarser = count == 1 ? Optional.empty() : Optional.of(open(path, 4 * finest, count - 1));
        return new ZoomLevel(finest, coarser, SectionSpool.beside(path));
    }

    /** Bases per record. */
    int bases() {
        return bases;
    }

    /** The position after the last base of the record that contains a base. */
    int endOfRecord(int base) {
        return (int) Math.min(Integer.MAX_VALUE, (base / bases + 1L) * bases);
    }

    /**
     * Adds the summary of bases that belong to one record and follow all earlier ones.
     *
     * @param number number of the sequence
     * @param from first base
     * @param to position after the last base
     */
    void add(int number, int from, int to, ValueSummary some) {
        if (!values.isEmpty() && (number != sequence || from >= endOfRecord(start))) {
            endRecord();
        }
        if (values.isEmpty()) {
            sequence = number;
            start = from;
        }
        end = to;
        values.add(some);
    }

    private void endRecord() {
        coarser.ifPresent(level -> level.add(sequence, start, end, values));
        if (block.position() > 0 && (!block.hasRemaining() || sequence != blockSequence)) {
            endBlock();
        }
        if (block.position() == 0) {
            blockSequence = sequence;
            blockStart = start;
        }
        blockEnd = end;
        block.putInt(sequence).putInt(start).putInt(end);
        values.putRecord(block);
        values.clear();
        records++;
    }

    private void endBlock() {
        blocks.add(blockSequence, blockStart, blockEnd, block);
        block.clear();
    }

    /**
     * Completes the levels and returns those to be written: a coarser level is written only if it has fewer records.
     */
    List<ZoomLevel> finish() {
        if (!values.isEmpty()) {
            endRecord();
            endBlock();
        }
        List<ZoomLevel> kept = new ArrayList<>();
        if (records > 0) {
            kept.add(this);
            coarser.map(ZoomLevel::finish)
                    .filter(levels -> !levels.isEmpty() && levels.getFirst().records < records)
                    .ifPresent(kept::addAll);
        }
        return kept;
    }

    /** Size of the records in the file, in bytes, without the index. */
    long size() {
        return 4 + blocks.size();
    }

    /** Size in the file in bytes. */
    long sizeWithIndex() {
        return 4 + blocks.sizeWithIndex();
    }

    /** Writes the number of records, the records and their index at a position of the file. */
    void copyTo(OutputStream out, long at) throws IOException {
        out.write(BigWig.little(4).putInt(records).array());
        blocks.copyTo(out, at + 4);
    }

    @Override
    public void close() {
        try (blocks) {
            coarser.ifPresent(ZoomLevel::close);
        }
    }
}
