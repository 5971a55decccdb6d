package org.expomotif.io;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import htsjdk.samtools.util.BlockCompressedStreamConstants;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.expomotif.run.Thrown;

/**
 * Writes bgzip, the blocked gzip of the SAM specification (section 4.1), with several threads. Each block is compressed
 * by itself, so the bytes are those of {@link BlockCompressedOutputStream} for any number of threads. Not thread-safe.
 */
public final class BgzipOutput extends OutputStream {
    /** Number of uncompressed bytes of every block but the last. */
    public static final int BLOCK = BlockCompressedStreamConstants.DEFAULT_UNCOMPRESSED_BLOCK_SIZE;

    /** Number of bytes that one thread compresses at a time. */
    private static final int CHUNK = 8 * BLOCK;

    /** Where the header of a block has the length of the block, less one, in two bytes. */
    private static final int LENGTH_OF_BLOCK = BlockCompressedStreamConstants.BLOCK_LENGTH_OFFSET;

    /** Compressed blocks, and what the observer does in the order of the blocks. */
    private record Chunk(byte[] compressed, Optional<Runnable> rest) {}

    private final OutputStream out;
    private final Executor threads;
    private final int ahead;
    private final Optional<BgzipObserver> observer;
    private final Deque<Future<Chunk>> running = new ArrayDeque<>();
    private final Queue<Compressor> compressors = new ConcurrentLinkedQueue<>();
    private byte[] bytes = new byte[BLOCK];
    private int length;
    private long address;

    /**
     * Creates a file without blocks.
     *
     * @param out receives the compressed bytes
     * @param threads compress the blocks
     * @param ahead number of chunks of 0.5 MB that may wait to be compressed or written
     */
    BgzipOutput(OutputStream out, Executor threads, int ahead, Optional<BgzipObserver> observer) {
        this.out = out;
        this.threads = threads;
        this.ahead = ahead;
        this.observer = observer;
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int count) throws IOException {
        int at = start;
        while (at < start + count) {
            if (length == bytes.length) {
                makeRoom();
            }
            int part = Math.min(start + count - at, bytes.length - length);
            System.arraycopy(from, at, bytes, length, part);
            length += part;
            at += part;
        }
    }

    /** Makes room for further bytes: in a larger array, or by handing over the full one. */
    private void makeRoom() throws IOException {
        if (length < CHUNK) {
            bytes = Arrays.copyOf(bytes, Math.min(CHUNK, 2 * length));
            return;
        }
        byte[] full = bytes;
        FutureTask<Chunk> task = new FutureTask<>(() -> chunk(full, CHUNK));
        threads.execute(task);
        running.add(task);
        bytes = new byte[CHUNK];
        length = 0;
        while (running.size() > ahead) {
            write(Thrown.orResult(running.remove()));
        }
    }

    private Chunk chunk(byte[] contents, int count) throws IOException {
        Compressor compressor = Optional.ofNullable(compressors.poll()).orElseGet(Compressor::new);
        byte[] compressed = compressor.compress(contents, count);
        compressors.add(compressor);
        return new Chunk(compressed, observer.map(one -> one.prepare(contents, count)));
    }

    private void write(Chunk chunk) throws IOException {
        byte[] blocks = chunk.compressed();
        out.write(blocks);
        chunk.rest().ifPresent(Runnable::run);
        for (int at = 0; observer.isPresent() && at < blocks.length; ) {
            observer.get().block(address + at);
            at += 1 + (blocks[at + LENGTH_OF_BLOCK] & 0xFF | (blocks[at + LENGTH_OF_BLOCK + 1] & 0xFF) << 8);
        }
        address += blocks.length;
    }

    /** Does nothing: a block is written when it is full, or at the end. */
    @Override
    public void flush() {}

    /** Writes the last blocks and the empty block that ends the file. */
    @Override
    public void close() throws IOException {
        while (!running.isEmpty()) {
            write(Thrown.orResult(running.remove()));
        }
        write(chunk(bytes, length));
        observer.ifPresent(one -> one.end(address));
        out.write(BlockCompressedStreamConstants.EMPTY_GZIP_BLOCK);
        out.close();
    }

    /** Compresses whole blocks. It is used again, because the native memory of a compressor is released late. */
    private static final class Compressor {
        private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(CHUNK / 2);

        /** Never closed, which would end the file; it holds nothing but memory. */
        private final BlockCompressedOutputStream blocks = new BlockCompressedOutputStream(compressed, (File) null);

        byte[] compress(byte[] contents, int count) throws IOException {
            compressed.reset();
            blocks.write(contents, 0, count);
            blocks.flush();
            return compressed.toByteArray();
        }
    }
}
