package org.expomotif.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.expomotif.run.UserException;

/** Compressed sections of a bigWig file, which wait in a file of their own until all are known, and their index. */
final class SectionSpool implements AutoCloseable {
    private final Path file;
    private final OutputStream out;
    private final Deflater deflater = new Deflater();
    private final List<BigWigIndex.Section> sections = new ArrayList<>();
    private byte[] packed = new byte[1 << 13];
    private long size;

    /** Waits in a file that {@code out} writes and that is deleted in the end. */
    SectionSpool(Path file, OutputStream out) {
        this.file = file;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /** Makes the file beside an output. */
    static SectionSpool beside(String path) {
        try {
            Path folder = Path.of(Outputs.isStandard(path) ? "" : path)
                    .toAbsolutePath()
                    .getParent();
            Path file = Files.createTempFile(folder, ".bigwig-", ".partial");
            return new SectionSpool(file, Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UserException("the temporary file of the track cannot be made (" + e.getMessage() + ")", e)
                    .in(path)
                    .remedy("write to a folder that is there and may be written to");
        }
    }

    /**
     * Adds a section.
     *
     * @param sequence number of its sequence; sections come in the order of these numbers, then of their bases
     * @param start first base
     * @param end the base after the last
     * @param plain its bytes, up to the buffer's position
     */
    void add(int sequence, int start, int end, ByteBuffer plain) {
        deflater.reset();
        deflater.setInput(plain.array(), 0, plain.position());
        deflater.finish();
        if (packed.length < plain.position() + 64) {
            packed = new byte[2 * plain.position() + 64];
        }
        int bytes = 0;
        while (!deflater.finished()) {
            bytes += deflater.deflate(packed, bytes, packed.length - bytes);
        }
        sections.add(new BigWigIndex.Section(sequence, start, end, size, bytes));
        size += bytes;
        try {
            out.write(packed, 0, bytes);
        } catch (IOException e) {
            throw new UserException("the temporary file of the track cannot be written (" + e.getMessage() + ")", e)
                    .in(file)
                    .remedy("write the track to a disk with more room");
        }
    }

    /** How many sections there are. */
    int count() {
        return sections.size();
    }

    /** Bytes of all sections. */
    long size() {
        return size;
    }

    /** Bytes of all sections and their index. */
    long sizeWithIndex() {
        return size + BigWigIndex.bytes(sections.size());
    }

    /**
     * Writes all sections and then their index.
     *
     * @param at place of the first in the file
     */
    void copyTo(OutputStream target, long at) throws IOException {
        out.flush();
        Files.copy(file, target);
        target.write(BigWigIndex.of(sections, at, at + size));
    }

    /** Deletes the file, also where a full disk does not take the last of it. */
    @Override
    public void close() {
        deflater.end();
        try {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
