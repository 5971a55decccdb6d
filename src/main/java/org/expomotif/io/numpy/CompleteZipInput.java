package org.expomotif.io.numpy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/**
 * The bytes of a zip file. The last bytes are kept for a check, because a streaming reader stops before the directory
 * at the end of the file and does not detect that the directory is missing.
 */
final class CompleteZipInput extends FilterInputStream {
    /** Length of the record that ends a zip without a comment (APPNOTE 4.3.16). */
    private static final int END = 22;

    private static final int END_SIGNATURE = 0x06054B50;

    private final byte[] last = new byte[END];

    CompleteZipInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count >= END) {
            System.arraycopy(bytes, offset + count - END, last, 0, END);
        } else if (count > 0) {
            System.arraycopy(last, count, last, 0, END - count);
            System.arraycopy(bytes, offset, last, END - count, count);
        }
        return count;
    }

    /** Reads the remaining bytes and rejects a file that does not end with a zip directory. */
    void requireEnd() throws IOException {
        byte[] buffer = new byte[1 << 13];
        while (read(buffer, 0, buffer.length) >= 0) {
            // Only the last bytes are needed.
        }
        if (ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN).getInt() != END_SIGNATURE) {
            throw new ZipException("the directory at the end is missing");
        }
    }
}
