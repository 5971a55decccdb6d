package org.expomotif.scan.site;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** Writes a header before the first bytes. */
final class HeadedStream extends OutputStream {
    private final OutputStream out;
    private final Supplier<byte[]> head;
    private boolean written;

    HeadedStream(OutputStream out, Supplier<byte[]> head) {
        this.out = out;
        this.head = head;
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (!written) {
            written = true;
            out.write(head.get());
        }
        out.write(bytes, from, count);
    }
}
