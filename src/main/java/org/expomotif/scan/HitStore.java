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
 * Puts lines that come sequence by sequence into the order motif by motif. What does not fit into memory waits in a
 * temporary file, which is gone when the store is closed.
 */
final class HitStore implements AutoCloseable {
    /** Takes a block of whole lines. */
    @FunctionalInterface
    interface LineSink {
        void accept(byte[] lines) throws IOException;
    }

    private record Extent(long position, int length) {}

    private final Path folder;
    private final long limit;
    private final List<List<byte[]>> waiting = new ArrayList<>();
    private final List<List<Extent>> spilled = new ArrayList<>();
    private long inMemory;
    private long fileLength;
    private @Nullable Path path;
    private @Nullable FileChannel file;

    /**
     * Keeps lines of so many motifs.
     *
     * @param limit bytes held in memory
     * @param folder where the temporary file goes
     */
    HitStore(int motifs, long limit, Path folder) {
        this.limit = limit;
        this.folder = folder;
        for (int m = 0; m < motifs; m++) {
            waiting.add(new ArrayList<>());
            spilled.add(new ArrayList<>());
        }
    }

    /** Adds whole lines of a motif. */
    void append(int motif, byte[] lines) {
        if (lines.length == 0) {
            return;
        }
        waiting.get(motif).add(lines);
        inMemory += lines.length;
        if (inMemory > limit) {
            try {
                spill();
            } catch (IOException e) {
                throw new UserException("the temporary file of the hits cannot be written (" + e.getMessage() + ")", e)
                        .in(folder)
                        .remedy("write the output to a disk with more room, or scan with fewer motifs at a time");
            }
        }
    }

    private void spill() throws IOException {
        FileChannel channel = file == null ? create() : file;
        for (int m = 0; m < waiting.size(); m++) {
            for (byte[] lines : waiting.get(m)) {
                ByteBuffer buffer = ByteBuffer.wrap(lines);
                while (buffer.hasRemaining()) {
                    channel.write(buffer, fileLength + buffer.position());
                }
                spilled.get(m).add(new Extent(fileLength, lines.length));
                fileLength += lines.length;
            }
            waiting.get(m).clear();
        }
        inMemory = 0;
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
        for (byte[] lines : waiting.get(motif)) {
            sink.accept(lines);
        }
        waiting.get(motif).clear();
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
