package org.expomotif.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.expomotif.run.UserException;

/**
 * The positions of the blocks of a bgzip file, read from a {@code .gzi} file (as written by samtools' bgzip) or found
 * by walking from block to block, for which only the head and the end of each block are read.
 */
public final class BgzipIndex {
    private static final int LARGEST_BLOCK = 1 << 16;
    private static final int MIN_HEADER = 18;
    private static final int TRAILER = 8;

    private long[] offsets = new long[16];
    private long[] starts = new long[16];
    private int count;

    private BgzipIndex() {}

    /**
     * Makes an index by walking from block to block.
     *
     * @throws UserException when the file does not consist of bgzip blocks
     */
    public static BgzipIndex of(PlainAccess file, Path path) throws IOException {
        BgzipIndex index = new BgzipIndex();
        index.add(0, 0);
        index.walk(file, path);
        return index;
    }

    /**
     * Reads a {@code .gzi} file and checks that it fits the bgzip file: its offsets must ascend by at most one block,
     * and from the last offset on, complete blocks must extend to the end of the file. The other blocks are checked
     * when they are read.
     *
     * @throws UserException when the index does not fit
     */
    public static BgzipIndex read(Path kept, PlainAccess file, Path path) throws IOException {
        try (PlainAccess numbers = new PlainAccess(kept)) {
            ByteBuffer head = ByteBuffer.wrap(numbers.read(0, 8)).order(ByteOrder.LITTLE_ENDIAN);
            long entries = head.remaining() < 8 ? -1 : head.getLong();
            if (entries < 0 || entries > numbers.size() / 16 || numbers.size() != 8 + 16 * entries) {
                throw unfit(kept, "its size is not that of its number of blocks");
            }
            ByteBuffer all = ByteBuffer.wrap(numbers.read(8, Math.toIntExact(16 * entries)))
                    .order(ByteOrder.LITTLE_ENDIAN);
            BgzipIndex index = new BgzipIndex();
            index.add(0, 0);
            for (long i = 0; i < entries; i++) {
                index.addAfter(all.getLong(), all.getLong(), file.size(), kept);
            }
            try {
                index.walk(file, path);
            } catch (UserException e) {
                throw unfit(kept, "no block begins at its last offset");
            }
            return index;
        }
    }

    private void addAfter(long offset, long start, long size, Path kept) {
        if (offset == 0 && start == 0 && count == 1) {
            return; // some writers name the first block too
        }
        long packed = offset - offsets[count - 1];
        long bytes = start - starts[count - 1];
        if (packed <= 0 || packed > LARGEST_BLOCK || bytes < 0 || bytes > LARGEST_BLOCK || offset > size) {
            throw unfit(kept, "its offsets do not ascend from block to block within the file");
        }
        add(offset, start);
    }

    private static UserException unfit(Path kept, String reason) {
        return new UserException("the index does not fit its file (" + reason + ")").in(kept);
    }

    private void add(long offset, long start) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        offsets[count] = offset;
        starts[count++] = start;
    }

    /** Walks from the last block to the end of the file, which becomes the last entry. */
    private void walk(PlainAccess file, Path path) throws IOException {
        long at = offsets[count - 1];
        long bytes = starts[count - 1];
        while (at < file.size()) {
            byte[] head = file.read(at, MIN_HEADER);
            int length = blockLength(head);
            byte[] end = length < MIN_HEADER + TRAILER ? new byte[0] : file.read(at + length - 4, 4);
            int size = end.length < 4
                    ? -1
                    : ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (size < 0 || size > LARGEST_BLOCK) {
                throw new UserException("the bgzip file is damaged or ends early")
                        .in(path)
                        .atRecord("block at byte " + at)
                        .remedy("copy or download it again");
            }
            at += length;
            bytes += size;
            add(at, bytes);
        }
    }

    /** Number of bytes before the compressed data of a block; -1 when it is not a bgzip block. */
    static int headerLength(byte[] block) {
        return blockLength(block) < 0 ? -1 : 12 + ((block[10] & 0xFF) | (block[11] & 0xFF) << 8);
    }

    /** Size in bytes of the block with this beginning; -1 when it is not a block as written by bgzip. */
    public static int blockLength(byte[] block) {
        boolean isBlock = block.length >= MIN_HEADER
                && (block[0] & 0xFF) == 0x1F
                && (block[1] & 0xFF) == 0x8B
                && block[2] == 8
                && block[3] == 4
                && block[12] == 'B'
                && block[13] == 'C'
                && block[14] == 2
                && block[15] == 0;
        return isBlock ? 1 + ((block[16] & 0xFF) | (block[17] & 0xFF) << 8) : -1;
    }

    /** Number of uncompressed bytes of the file. */
    long size() {
        return starts[count - 1];
    }

    /** The block that contains an uncompressed byte, which must be below {@link #size()}. */
    int blockOf(long at) {
        int found = Arrays.binarySearch(starts, 0, count, at);
        int block = found >= 0 ? found : -found - 2;
        while (starts[block + 1] == at) {
            block++; // skip empty blocks at the same position
        }
        return block;
    }

    /** Position of a block in the file; that of the block after the last is the size of the file. */
    long offset(int block) {
        return offsets[block];
    }

    /** Number of uncompressed bytes before a block; for the block after the last, that of the whole file. */
    long start(int block) {
        return starts[block];
    }

    /** The index in the format of a {@code .gzi} file. */
    public byte[] gzi() {
        int blocks = Math.max(0, count - 2);
        ByteBuffer bytes = ByteBuffer.allocate(8 + 16 * blocks).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(blocks);
        for (int i = 1; i <= blocks; i++) {
            bytes.putLong(offsets[i]).putLong(starts[i]);
        }
        return bytes.array();
    }
}
