package org.expomotif.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines that come sequence by sequence into the order motif by motif: they wait in a temporary file, which is gone
 * when the store is closed.
 */
final class HitStore implements AutoCloseable {
    /** Takes a block of whole lines. */
    @FunctionalInterface
    interface LineSink {
        void accept(byte[] lines) throws IOException;
    }

    private record Extent(long position, int length) {}

    private final Path folder;
    private final List<List<Extent>> spilled = new ArrayList<>();
    private long fileLength;
    private @Nullable Path path;
    private @Nullable FileChannel file;

    /**
     * Keeps lines of so many motifs.
     *
     * @param folder where the temporary file goes
     */
    HitStore(int motifs, Path folder) {
        this.folder = folder;
        for (int m = 0; m < motifs; m++) {
            spilled.add(new ArrayList<>());
        }
    }

    /** Whether no line was ever added. */
    boolean isEmpty() {
        return fileLength == 0;
    }

    /** Bytes of the lines of a motif. */
    long length(int motif) {
        return spilled.get(motif).stream().mapToLong(Extent::length).sum();
    }

    /** Adds whole lines of a motif: the first {@code length} bytes of {@code lines}. */
    void append(int motif, byte[] lines, int length) {
        try {
            FileChannel channel = file == null ? create() : file;
            ByteBuffer buffer = ByteBuffer.wrap(lines, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer, fileLength + buffer.position());
            }
        } catch (IOException e) {
            throw new UserException("the temporary file of the hits cannot be written (" + e.getMessage() + ")", e)
                    .in(folder)
                    .remedy("write the output to a disk with more room, or scan with fewer motifs at a time");
        }
        spilled.get(motif).add(new Extent(fileLength, length));
        fileLength += length;
    }

    private FileChannel create() throws IOException {
        path = Files.createTempFile(folder, ".scan-", ".partial");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        return file;
    }

    /** Hands over the lines of a motif in the order they were added. */
    void drain(int motif, LineSink sink) throws IOException {
        for (Extent extent : spilled.get(motif)) {
            ByteBuffer buffer = ByteBuffer.allocate(extent.length);
            FileChannel channel = java.util.Objects.requireNonNull(file);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, extent.position + buffer.position()) < 0) {
                    throw new IOException("the temporary file of the hits is too short");
                }
            }
            sink.accept(buffer.array());
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UserException("the temporary file of the hits cannot be removed", e).in(folder);
        }
    }
}
