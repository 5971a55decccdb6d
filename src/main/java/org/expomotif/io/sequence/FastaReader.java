package org.expomotif.io.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;

/**
 * Reads FASTA as a stream. It is written by hand because the readers of {@code htsjdk} need a seekable file for names
 * and lengths, accept any letter, and do not count lines. This reader accepts standard input and gzip, and every error
 * names its line. Bytes are read in large blocks and classified once, by a lookup table.
 */
final class FastaReader {
    private static final int SPACE = 1;
    private static final int DIGIT = 2;
    private static final int BAD = 4;

    /** Maximum number of bytes of a line that may contain position numbers. */
    private static final int SHORT = 1 << 10;

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
    private boolean ended;
    private long line = 1;

    private final PositionNumbers numbers;
    private long length;
    private long digits;

    FastaReader(InputStream in, String file) {
        this.in = in;
        this.file = file;
        this.numbers = new PositionNumbers(file);
    }

    private static void mark(String characters, int kind) {
        for (int i = 0; i < characters.length(); i++) {
            KINDS[characters.charAt(i)] = (byte) kind;
        }
    }

    /** Whether a letter can represent a base, known or unknown; digits cannot. */
    static boolean isBase(byte letter) {
        return KINDS[letter & 0xFF] == 0;
    }

    /** Whether a byte is white space within a line. */
    static boolean isBlank(byte letter) {
        return KINDS[letter & 0xFF] == SPACE;
    }

    void read(CheckedRecords records) throws IOException {
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
            numbers.nextSequence();
            begin(header, headerLine, records);
            more = readLetters(records);
            if (digits > length / 2) {
                throw new UserException("the sequence is made of digits")
                        .in(file)
                        .atLine(headerLine + 1)
                        .expected("letters of DNA")
                        .remedy("give a FASTA file of sequences, not of qualities");
            }
            records.end();
        }
    }

    /** Moves past the first {@code >}; false when there are only empty lines. */
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
                throw FastaFaults.notFasta(file, line, block, next, end);
            }
        }
        return false;
    }

    /** Reads lines of letters up to and including the {@code >} of the next header; false at the end of the file. */
    private boolean readLetters(CheckedRecords records) throws IOException {
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
            if (stop == end && atLineStart && stop - next < SHORT && !ended) {
                more();
                continue;
            }
            if ((kinds & DIGIT) != 0
                    && atLineStart
                    && stop - next < SHORT
                    && numbers.remove(block, next, stop, length, line)) {
                records.numbered(line);
                kinds = kindsOf(next, stop);
            }
            take(stop, kinds, records);
            next = stop;
            atLineStart = stop < end;
            if (atLineStart) {
                next++;
                line++;
            }
        }
        return false;
    }

    private void take(int stop, int kinds, CheckedRecords records) {
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
            records.letters(block, from, to);
        }
    }

    /**
     * Removes white space from a part of the block, counts digits and rejects invalid bytes. Returns the new end of the
     * part.
     */
    private int squeeze(int from, int to) {
        int kept = from;
        for (int i = from; i < to; i++) {
            byte b = block[i];
            int kind = KINDS[b & 0xFF];
            if (kind == SPACE) {
                continue;
            }
            if (kind == BAD) {
                throw FastaFaults.badLetter(b & 0xFF).in(file).atLine(line);
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

    private void begin(String header, long headerLine, CheckedRecords records) {
        String text = header.strip();
        if (text.indexOf('\r') >= 0) {
            throw new UserException("the lines end with carriage returns alone, as on old Macs")
                    .in(file)
                    .atLine(headerLine)
                    .expected("line feeds")
                    .found("carriage returns")
                    .remedy("convert the file: tr '\\r' '\\n'");
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
                    .expected("a name directly after '>'")
                    .found("\">" + header.stripTrailing() + "\"")
                    .remedy("name every sequence");
        }
        records.begin(name, text.substring(space).strip(), headerLine);
    }

    /** Reads the text up to and including the end of the line. */
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
            if (longLine.length() > TextLines.LONGEST) {
                throw new UserException("the header line is too long")
                        .in(file)
                        .atLine(line)
                        .expected(String.format(Locale.ROOT, "at most %,d characters", TextLines.LONGEST));
            }
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

    /** Moves the unread bytes to the start of the block and reads more after them. */
    private void more() throws IOException {
        System.arraycopy(block, next, block, 0, end - next);
        end -= next;
        next = 0;
        int count = in.read(block, end, block.length - end);
        ended = count < 0;
        end += Math.max(0, count);
    }
}
