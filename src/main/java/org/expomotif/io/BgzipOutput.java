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
final class BgzipOutput extends OutputStream {
    /** Number of blocks that one thread compresses at a time. */
    private static final int BLOCKS = 8;

    private static final int CHUNK = BLOCKS * BlockCompressedStreamConstants.DEFAULT_UNCOMPRESSED_BLOCK_SIZE;

    private final OutputStream out;
    private final Executor threads;
    private final int ahead;
    private final Deque<Future<byte[]>> running = new ArrayDeque<>();
    private final Queue<Compressor> compressors = new ConcurrentLinkedQueue<>();
    private byte[] chunk = new byte[BlockCompressedStreamConstants.DEFAULT_UNCOMPRESSED_BLOCK_SIZE];
    private int length;

    /**
     * Creates a file without blocks.
     *
     * @param out receives the compressed bytes
     * @param threads compress the blocks
     * @param ahead number of chunks of 0.5 MB that may wait to be compressed or written
     */
    BgzipOutput(OutputStream out, Executor threads, int ahead) {
        this.out = out;
        this.threads = threads;
        this.ahead = ahead;
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        while (at < from + count) {
            if (length == chunk.length) {
                grow();
            }
            int part = Math.min(from + count - at, chunk.length - length);
            System.arraycopy(bytes, at, chunk, length, part);
            length += part;
            at += part;
        }
    }

    /** Makes room for further bytes: in a larger array, or by handing over the full one. */
    private void grow() throws IOException {
        if (length < CHUNK) {
            chunk = Arrays.copyOf(chunk, Math.min(CHUNK, 2 * length));
            return;
        }
        byte[] full = chunk;
        FutureTask<byte[]> task = new FutureTask<>(() -> compress(full, full.length));
        threads.execute(task);
        running.add(task);
        chunk = new byte[CHUNK];
        length = 0;
        while (running.size() > ahead) {
            out.write(Thrown.orResult(running.remove()));
        }
    }

    private byte[] compress(byte[] bytes, int count) throws IOException {
        Compressor compressor = Optional.ofNullable(compressors.poll()).orElseGet(Compressor::new);
        byte[] compressed = compressor.compress(bytes, count);
        compressors.add(compressor);
        return compressed;
    }

    /** Compresses whole blocks. It is used again, because the native memory of a compressor is released late. */
    private static final class Compressor {
        private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(CHUNK / 2);

        /** Never closed, which would end the file; it holds nothing but memory. */
        private final BlockCompressedOutputStream blocks = new BlockCompressedOutputStream(compressed, (File) null);

        byte[] compress(byte[] bytes, int count) throws IOException {
            compressed.reset();
            blocks.write(bytes, 0, count);
            blocks.flush();
            return compressed.toByteArray();
        }
    }

    /** Does nothing: a block is written when it is full, or at the end. */
    @Override
    public void flush() {}

    /** Writes the last blocks and the empty block that ends the file. */
    @Override
    public void close() throws IOException {
        while (!running.isEmpty()) {
            out.write(Thrown.orResult(running.remove()));
        }
        out.write(compress(chunk, length));
        out.write(BlockCompressedStreamConstants.EMPTY_GZIP_BLOCK);
        out.close();
    }
}
