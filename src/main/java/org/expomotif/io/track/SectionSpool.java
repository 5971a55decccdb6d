package org.expomotif.io.track;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.expomotif.run.TemporaryFile;

/** The compressed sections of a bigWig file, stored in a temporary file until all are known, and their index. */
final class SectionSpool implements AutoCloseable {
    private final TemporaryFile file;
    private final Deflater deflater = new Deflater();
    private final List<BigWigIndex.Section> sections = new ArrayList<>();
    private byte[] packed = new byte[1 << 13];

    private SectionSpool(TemporaryFile file) {
        this.file = file;
    }

    /** Opens a spool whose temporary file is in the folder of an output. */
    static SectionSpool beside(String path) {
        return new SectionSpool(TemporaryFile.beside(path, "the track"));
    }

    /**
     * Adds a section.
     *
     * @param sequence number of the sequence; sections must be added in the order of these numbers and then of their
     *     bases
     * @param start first base
     * @param end position after the last base
     * @param plain uncompressed bytes, up to the position of the buffer
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
        sections.add(new BigWigIndex.Section(sequence, start, end, file.size(), bytes));
        file.append(packed, 0, bytes);
    }

    /** Number of sections. */
    int count() {
        return sections.size();
    }

    /** Size of all sections in bytes. */
    long size() {
        return file.size();
    }

    /** Size of all sections and their index in bytes. */
    long sizeWithIndex() {
        return file.size() + BigWigIndex.bytes(sections.size());
    }

    /**
     * Writes all sections and then their index.
     *
     * @param at position of the first section in the file
     */
    void copyTo(OutputStream target, long at) throws IOException {
        file.copyTo(target);
        target.write(BigWigIndex.of(sections, at, at + file.size()));
    }

    @Override
    public void close() {
        deflater.end();
        file.close();
    }
}
