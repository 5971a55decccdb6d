package org.expomotif.io.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes the text of a {@code .fai} index as defined by {@code samtools faidx}: name, bases, offset of the first base,
 * bases per line and bytes per line. It is written by hand because the implementation of {@code htsjdk} reads the
 * header after an empty sequence as the bases of that sequence.
 */
final class FastaIndexText {
    private final InputStream in;
    private final byte[] block = new byte[1 << 18];
    private final StringBuilder text = new StringBuilder();
    private int next;
    private int end;
    private long offset;

    private FastaIndexText(InputStream in) {
        this.in = in;
    }

    /**
     * Reads FASTA to its end and returns its index; empty when the lines of a sequence have unequal lengths or contain
     * anything other than bases, or a sequence has no name.
     */
    static Optional<String> of(InputStream in) throws IOException {
        FastaIndexText index = new FastaIndexText(in);
        boolean even = index.next() == '>';
        while (even && index.end >= 0) {
            even = index.sequence();
        }
        return even ? Optional.of(index.text.toString()) : Optional.empty();
    }

    /**
     * Reads a header, after its {@code >}, and the lines up to the next header; false when the line lengths are
     * unequal.
     */
    private boolean sequence() throws IOException {
        StringBuilder name = new StringBuilder();
        boolean inName = true;
        int b = next();
        for (; b >= 0 && b != '\n'; b = next()) {
            inName &= b != ' ' && b != '\t' && b != '\r';
            if (inName) {
                name.append((char) b);
            }
        }
        if (b < 0 || name.isEmpty()) {
            return false;
        }
        long start = offset;
        long bases = 0;
        long lineBases = 0;
        long lineBytes = 0;
        boolean last = false;
        b = next();
        while (b >= 0 && b != '>') {
            long before = offset - 1;
            long letters = 0;
            boolean returned = false;
            for (; b >= 0 && b != '\n'; b = next()) {
                if (returned || b != '\r' && !FastaReader.isBase((byte) b)) {
                    return false;
                }
                returned = b == '\r';
                letters += returned ? 0 : 1;
            }
            long bytes = offset - before + (b < 0 ? 1 : 0);
            if (lineBytes == 0) {
                lineBases = letters;
                lineBytes = bytes;
            }
            boolean whole = letters == lineBases && bytes == lineBytes;
            if (letters > 0 && (last || letters > lineBases)) {
                return false;
            }
            last |= !whole;
            bases += letters;
            b = next();
        }
        String exact = new String(name.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        text.append(exact).append('\t').append(bases).append('\t').append(start).append('\t');
        text.append(lineBases).append('\t').append(lineBytes).append('\n');
        return true;
    }

    private int next() throws IOException {
        if (next == end) {
            next = 0;
            end = in.read(block, 0, block.length);
            if (end <= 0) {
                end = -1;
                next = -1;
            }
        }
        if (end < 0) {
            return -1;
        }
        offset++;
        return block[next++] & 0xFF;
    }
}
