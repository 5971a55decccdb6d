package org.expomotif.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** Random access to an uncompressed file. */
public final class PlainAccess implements RandomAccess {
    private final FileChannel channel;
    private final long size;

    public PlainAccess(Path path) throws IOException {
        channel = FileChannel.open(path);
        size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long at, int count) throws IOException {
        int length = Math.clamp(size - at, 0, count);
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // Repeat until all bytes are read.
        }
        return buffer.position() == length ? buffer.array() : Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
