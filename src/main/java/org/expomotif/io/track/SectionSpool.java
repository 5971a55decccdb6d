package org.expomotif.io.track;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.expomotif.run.TemporaryFile;

/** Compressed sections of a bigWig file, which wait in a file of their own until all are known, and their index. */
final class SectionSpool implements AutoCloseable {
    private final TemporaryFile file;
    private final Deflater deflater = new Deflater();
    private final List<BigWigIndex.Section> sections = new ArrayList<>();
    private byte[] packed = new byte[1 << 13];

    private SectionSpool(TemporaryFile file) {
        this.file = file;
    }

    /** Opens the file beside an output. */
    static SectionSpool beside(String path) {
        return new SectionSpool(TemporaryFile.beside(path, "the track"));
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
        sections.add(new BigWigIndex.Section(sequence, start, end, file.size(), bytes));
        file.append(packed, 0, bytes);
    }

    /** How many sections there are. */
    int count() {
        return sections.size();
    }

    /** Bytes of all sections. */
    long size() {
        return file.size();
    }

    /** Bytes of all sections and their index. */
    long sizeWithIndex() {
        return file.size() + BigWigIndex.bytes(sections.size());
    }

    /**
     * Writes all sections and then their index.
     *
     * @param at place of the first in the file
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
