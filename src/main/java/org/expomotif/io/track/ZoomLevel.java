package org.expomotif.io.track;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A track of a bigWig file seen from afar: one record for so many bases of a sequence, counted from its start, as far
 * as any of them has a value. A record spans no more than from the first of these bases to the last. Each level makes
 * its records from those of the level before, a quarter as coarse, and holds no more than a block of them.
 */
final class ZoomLevel implements AutoCloseable {
    /** Bytes of a block before it is compressed. */
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
     * Opens levels, each four times as coarse as the one before; the first is to be fed and closed.
     *
     * @param path of the file that they will be in
     * @param finest bases of a record of the first
     * @param count how many
     */
    static ZoomLevel open(String path, int finest, int count) {
        Optional<ZoomLevel> coarser = count == 1 ? Optional.empty() : Optional.of(open(path, 4 * finest, count - 1));
        return new ZoomLevel(finest, coarser, SectionSpool.beside(path));
    }

    /** Bases of a record. */
    int bases() {
        return bases;
    }

    /** The base after the last that a record of this level and a base share. */
    int endOfRecord(int base) {
        return (int) Math.min(Integer.MAX_VALUE, (base / bases + 1L) * bases);
    }

    /**
     * Adds what is known of some bases that share a record, behind all others.
     *
     * @param number of the sequence
     * @param from first base
     * @param to the base after the last
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

    /** Takes no more; gives the levels that are worth to be in the file: coarser ones that have fewer records. */
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

    /** Bytes in the file up to the index. */
    long size() {
        return 4 + blocks.size();
    }

    /** Bytes in the file. */
    long sizeWithIndex() {
        return 4 + blocks.sizeWithIndex();
    }

    /** Writes the number of records, the records and their index at a place of the file. */
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
