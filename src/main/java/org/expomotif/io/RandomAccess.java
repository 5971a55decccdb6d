package org.expomotif.io;

import java.io.IOException;

/** Random access to the uncompressed bytes of a file. */
public interface RandomAccess extends AutoCloseable {
    /** Number of bytes. */
    long size();

    /** Reads {@code count} bytes from position {@code at} on; fewer at the end of the file. */
    byte[] read(long at, int count) throws IOException;

    @Override
    void close() throws IOException;
}
