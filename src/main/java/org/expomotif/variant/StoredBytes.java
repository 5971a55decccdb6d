package org.expomotif.variant;

import java.io.InputStream;
import org.expomotif.run.TemporaryFile;

/** The bytes of a temporary file from its start; those that are appended before the end is reached are read, too. */
final class StoredBytes extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final TemporaryFile file;
    private long position;
    private byte[] block = {};
    private int at;

    StoredBytes(TemporaryFile file) {
        this.file = file;
    }

    @Override
    public int read() {
        return more() ? block[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int part = Math.min(count, block.length - at);
        System.arraycopy(block, at, target, offset, part);
        at += part;
        return part;
    }

    private boolean more() {
        if (at == block.length && position < file.size()) {
            block = file.read(position, (int) Math.min(BLOCK, file.size() - position));
            position += block.length;
            at = 0;
        }
        return at < block.length;
    }
}
