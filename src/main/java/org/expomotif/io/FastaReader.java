package org.expomotif.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.run.UserException;

/**
 * Streams FASTA. Written by hand because {@code htsjdk}'s readers need a seekable file for names and lengths, take any
 * letter, and know no line numbers; here standard input and gzip stream, and every fault names its line. Bytes are
 * looked at in large blocks, once, by a table of what each may be.
 */
final class FastaReader {
    private static final int SPACE = 1;
    private static final int DIGIT = 2;
    private static final int BAD = 4;
    private static final byte[] KINDS = new byte[256];

    static {
        Arrays.fill(KINDS, (byte) BAD);
        mark("ACGTUNRYSWKMBDHVXacgtunryswkmbdhvx-*.?~_", 0);
        mark("0123456789", DIGIT);
        mark(" \t\r\f\u000b", SPACE);
    }

    private final InputStream in;
    private final String file;
    private final byte[] block = new byte[1 << 18];
    private int next;
    private int end;
    private long line = 1;

    private long length;
    private long digits;

    FastaReader(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    private static void mark(String characters, int kind) {
        for (int i = 0; i < characters.length(); i++) {
            KINDS[characters.charAt(i)] = (byte) kind;
        }
    }

    /** Whether a letter may stand for a base, known or not. */
    static boolean isBase(byte letter) {
        return (KINDS[letter & 0xFF] & (BAD | SPACE)) == 0;
    }

    void read(SequenceListener listener) throws IOException {
        if (!skipToFirstHeader()) {
            throw new UserException("the file holds no sequence")
                    .in(file)
                    .expected("FASTA (or GenBank)")
                    .found("an empty file")
                    .remedy("check that the step that wrote it succeeded");
        }
        boolean more = true;
        while (more) {
            long headerLine = line;
            String header = restOfLine();
            length = 0;
            digits = 0;
            begin(header, headerLine, listener);
            more = readLetters(listener);
            if (digits > length / 2) {
                throw new UserException("the sequence is made of digits")
                        .in(file)
                        .atLine(headerLine + 1)
                        .expected("letters of DNA")
                        .remedy("give FASTA, not a file of qualities");
            }
            listener.end();
        }
    }

    /** Stops after the first {@code >}; false when there are only empty lines. */
    private boolean skipToFirstHeader() throws IOException {
        while (fill()) {
            byte b = block[next];
            if (b == '>') {
                next++;
                return true;
            }
            if (b == ';') {
                restOfLine();
            } else if (b == '\n') {
                next++;
                line++;
            } else if (KINDS[b & 0xFF] == SPACE) {
                next++;
            } else if (b == (byte) 0xEF && end - next >= 3 && block[next + 1] == (byte) 0xBB) {
                next += 3;
            } else {
                throw notFasta();
            }
        }
        return false;
    }

    private UserException notFasta() {
        UserException fault = new UserException("the file is no FASTA").in(file).atLine(line);
        int look = Math.min(end, next + 512);
        for (int i = next; i < look; i++) {
            if ((block[i] & 0xFF) < ' ' && block[i] != '\t' && block[i] != '\n' && block[i] != '\r') {
                return fault.expected("text that starts with '>'")
                        .found("binary data")
                        .remedy("give FASTA or GenBank, plain or gzipped");
            }
        }
        if (block[next] == '@') {
            return fault.expected("'>' before each name")
                    .found("'@', as in FASTQ")
                    .remedy("convert it to FASTA first");
        }
        int stop = next;
        while (stop < look && stop - next < 30 && block[stop] != '\n' && block[stop] != '\r') {
            stop++;
        }
        String found = new String(block, next, stop - next, StandardCharsets.UTF_8);
        return fault.expected("a header that starts with '>'")
                .found("\"" + found + "\"")
                .remedy("put a line '>NAME' before each sequence");
    }

    /** Takes lines of letters until the next header; true when there is one, its {@code >} taken. */
    private boolean readLetters(SequenceListener listener) throws IOException {
        boolean atLineStart = true;
        while (fill()) {
            if (atLineStart) {
                if (block[next] == '>') {
                    next++;
                    return true;
                }
                if (block[next] == ';') {
                    restOfLine();
                    continue;
                }
            }
            int stop = next;
            int kinds = 0;
            byte b = 0;
            while (stop < end && (b = block[stop]) != '\n') {
                kinds |= KINDS[b & 0xFF];
                stop++;
            }
            take(stop, kinds, listener);
            next = stop;
            atLineStart = stop < end;
            if (atLineStart) {
                next++;
                line++;
            }
        }
        return false;
    }

    private void take(int stop, int kinds, SequenceListener listener) {
        int from = next;
        int to = stop;
        int left = kinds;
        if (left == SPACE && to > from && block[to - 1] == '\r' && (to - from == 1 || block[to - 2] != '\r')) {
            to--;
            left = kindsOf(from, to);
        }
        if (left != 0) {
            to = squeeze(from, to);
        }
        length += to - from;
        if (to > from) {
            listener.letters(block, from, to);
        }
    }

    /** Takes white space out of a stretch of the block, counts digits and refuses what is no letter; the new end. */
    private int squeeze(int from, int to) {
        int kept = from;
        for (int i = from; i < to; i++) {
            byte b = block[i];
            int kind = KINDS[b & 0xFF];
            if (kind == SPACE) {
                continue;
            }
            if (kind == BAD) {
                throw badLetter(b & 0xFF);
            }
            digits += kind == DIGIT ? 1 : 0;
            block[kept++] = b;
        }
        return kept;
    }

    private int kindsOf(int from, int to) {
        int kinds = 0;
        for (int i = from; i < to; i++) {
            kinds |= KINDS[block[i] & 0xFF];
        }
        return kinds;
    }

    private UserException badLetter(int b) {
        UserException fault =
                new UserException("the sequence is not DNA").in(file).atLine(line);
        if ("EFIJLOPQZ".indexOf(Character.toUpperCase(b)) >= 0) {
            return fault.expected("the letters A C G T (U) or IUPAC codes")
                    .found("'" + (char) b + "', a letter of proteins")
                    .remedy("give the DNA sequences");
        }
        if (b == '>') {
            return fault.expected("'>' at the start of a line only")
                    .found("'>' within a line")
                    .remedy("put every header on a line of its own");
        }
        String found = b > ' ' && b < 127 ? "'" + (char) b + "'" : "the byte 0x" + Integer.toHexString(b);
        return fault.expected("the letters A C G T (U) or IUPAC codes")
                .found(found)
                .remedy("check that the file is whole and is FASTA");
    }

    private void begin(String header, long headerLine, SequenceListener listener) {
        String text = header.strip();
        if (text.indexOf('\r') >= 0) {
            throw new UserException("the lines end in the way of old Macs")
                    .in(file)
                    .atLine(headerLine)
                    .expected("line feeds")
                    .found("carriage returns alone")
                    .remedy("convert it: tr '\\r' '\\n'");
        }
        int space = 0;
        while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
            space++;
        }
        String name = text.substring(0, space);
        if (name.isEmpty() || Character.isWhitespace(header.charAt(0))) {
            throw new UserException("the sequence has no name")
                    .in(file)
                    .atLine(headerLine)
                    .expected("'>' and a name at once after it")
                    .found("\">" + header.stripTrailing() + "\"")
                    .remedy("name every sequence");
        }
        listener.begin(name, text.substring(space).strip());
    }

    /** The text up to the end of the line, which is taken too. */
    private String restOfLine() throws IOException {
        StringBuilder longLine = null;
        while (fill()) {
            int stop = next;
            while (stop < end && block[stop] != '\n') {
                stop++;
            }
            String part = new String(block, next, stop - next, StandardCharsets.UTF_8);
            next = stop;
            if (stop < end) {
                next++;
                line++;
                return longLine == null ? part : longLine.append(part).toString();
            }
            longLine = longLine == null ? new StringBuilder(part) : longLine.append(part);
        }
        return longLine == null ? "" : longLine.toString();
    }

    private boolean fill() throws IOException {
        if (next < end) {
            return true;
        }
        next = 0;
        end = Math.max(0, in.read(block, 0, block.length));
        return end > 0;
    }
}
