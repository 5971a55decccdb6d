package org.expomotif.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that is not compressed. */
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
        int wanted = Math.clamp(size - at, 0, count);
        ByteBuffer buffer = ByteBuffer.allocate(wanted);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // Until all is there.
        }
        return buffer.position() == wanted ? buffer.array() : Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
