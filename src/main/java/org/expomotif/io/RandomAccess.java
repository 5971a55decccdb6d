package org.expomotif.io;

import java.io.IOException;

/** The uncompressed bytes of a file, read at any place. */
public interface RandomAccess extends AutoCloseable {
    /** Number of bytes. */
    long size();

    /** Bytes from a place on: {@code count}, fewer at the end of the file. */
    byte[] read(long at, int count) throws IOException;

    @Override
    void close() throws IOException;
}
