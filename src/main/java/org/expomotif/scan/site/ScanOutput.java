package org.expomotif.scan.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * The destination and the format of the sites.
 *
 * @param stream stream that receives the lines; it is not closed
 * @param format format of the file
 * @param regions whether sites carry the name of their region and their distance from its summit
 * @param provenance provenance of the run, requested when it is written
 * @param temporary folder for lines that must be kept and do not fit into memory
 */
public record ScanOutput(
        OutputStream stream, HitFormat format, boolean regions, Supplier<Provenance> provenance, Path temporary) {
    /** An output with a provenance that is already known. */
    public ScanOutput(OutputStream stream, HitFormat format, Provenance provenance, Path temporary) {
        this(stream, format, false, () -> provenance, temporary);
    }

    /** Returns this output with the header of the file before the first line. */
    public ScanOutput withHead() {
        return withHead(() -> format.head(provenance, regions));
    }

    /** Returns this output for the file of a shard, whose header is the provenance in every format. */
    public ScanOutput withHeadOfPart() {
        return withHead(() -> HitFormat.comments(provenance.get().lines()));
    }

    private ScanOutput withHead(Supplier<byte[]> head) {
        return new ScanOutput(new HeadedStream(stream, head), format, regions, provenance, temporary);
    }

    /**
     * Writes bytes.
     *
     * @throws UserException when they cannot be written
     */
    public void write(byte[] bytes) {
        write(bytes, bytes.length);
    }

    /** Writes the first {@code length} bytes; see {@link #write(byte[])}. */
    public void write(byte[] bytes, int length) {
        try {
            stream.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UserException("the sites cannot be written (" + e.getMessage() + ")", e)
                    .remedy("write to a disk with more room");
        }
    }

    /** The last lines of the file. */
    public byte[] foot() {
        return format.foot(provenance);
    }

    /** Writes a header before the first bytes. */
    private static final class HeadedStream extends OutputStream {
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
}
