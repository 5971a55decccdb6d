package org.expomotif.io.sequence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.expomotif.io.RandomAccess;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;

/**
 * The records of a {@code .fai} index in the order of their offsets. A record has a name, the number of bases, the
 * offset of the first base, and the bases and bytes per line.
 */
record FastaIndex(List<Entry> entries) {
    /** Maximum number of bytes of a header line and the empty lines before it. */
    private static final int LONGEST_HEADER = 1 << 16;

    /** Maximum number of headers that are read to check an index; for more records, evenly spaced headers are read. */
    private static final int MAX_HEADERS = 20_000;

    /** One record of the index. */
    record Entry(String name, long bases, long offset, long lineBases, long lineBytes) {
        /** Position in the file of a base. */
        long at(long base) {
            return offset + base / lineBases * lineBytes + base % lineBases;
        }

        /** Position in the file after the last base. */
        long end() {
            return bases == 0 ? offset : at(bases - 1) + 1;
        }
    }

    /**
     * Reads the lines of an index.
     *
     * @throws UserException naming the line when it is not an index, contains a name twice, or has inconsistent numbers
     */
    static FastaIndex parse(TextLines lines) {
        List<Entry> entries = new ArrayList<>();
        SequenceNames names = new SequenceNames(lines.name());
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isEmpty()) {
                Entry entry = entry(line, lines);
                names.addNew(entry.name, lines.number());
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparingLong(Entry::offset));
        return new FastaIndex(List.copyOf(entries));
    }

    private static Entry entry(String line, TextLines lines) {
        String[] cells = line.split("\t", -1);
        long[] numbers = new long[4];
        boolean right = cells.length == 5;
        for (int i = 0; i < 4 && right; i++) {
            right = cells[i + 1].matches("[0-9]{1,17}");
            numbers[i] = right ? Long.parseLong(cells[i + 1]) : 0;
        }
        Entry entry = new Entry(cells[0], numbers[0], numbers[1], numbers[2], numbers[3]);
        long ending = entry.lineBytes - entry.lineBases;
        if (!right || entry.bases > 0 && (entry.lineBases < 1 || ending < 0 || ending > 2)) {
            throw lines.fault("this is not a line of a .fai index")
                    .expected("name, bases, offset, bases per line and bytes per line, tab-separated")
                    .found("\"" + line + "\"");
        }
        return entry;
    }

    /**
     * Checks that the index belongs to a file: between two records there must be only the header line of the next, and
     * the file must end after the last record.
     *
     * @throws UserException naming the record that does not fit
     */
    void requireFit(RandomAccess file, Path path) throws IOException {
        int step = Math.max(1, entries.size() / MAX_HEADERS);
        long end = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            long gap = entry.offset - end;
            if (entry.offset > file.size() || entry.bases > file.size() || entry.end() > file.size()) {
                throw unfit(path, entry)
                        .expected("an end within the " + file.size() + " bytes of the file")
                        .found(String.valueOf(entry.bases > file.size() ? entry.bases : entry.end()));
            }
            if (gap < 3 || gap > LONGEST_HEADER) {
                throw noHeader(path, entry, end);
            }
            boolean read = i % step == 0 || i == entries.size() - 1;
            if (read && !isHeader(new String(file.read(end, (int) gap), StandardCharsets.UTF_8), entry.name)) {
                throw noHeader(path, entry, end);
            }
            if (read && !isLineEnd(entry, file)) {
                throw unfit(path, entry)
                        .expected("a line of " + entry.lineBases + " bases and " + entry.lineBytes + " bytes")
                        .found("a different line");
            }
            end = entry.end();
        }
        if (!new String(file.read(end, LONGEST_HEADER), StandardCharsets.ISO_8859_1).isBlank()) {
            throw new UserException("the index does not fit the file")
                    .in(path)
                    .expected("the end of the file after its last record, at byte " + end)
                    .found("more text");
        }
    }

    /** Whether the header line of a record, of at most 4,096 bytes, ends directly before its bases. */
    static boolean isBelowItsHeader(Entry entry, RandomAccess file) throws IOException {
        int length = (int) Math.min(entry.offset, 1 << 12);
        String before = new String(file.read(entry.offset - length, length), StandardCharsets.ISO_8859_1);
        int start = before.lastIndexOf('\n', before.length() - 2) + 1;
        byte[] line = before.substring(start).getBytes(StandardCharsets.ISO_8859_1);
        return start == 0 && entry.offset > length || isHeader(new String(line, StandardCharsets.UTF_8), entry.name);
    }

    /** Whether the first line of a record with several lines ends where the index specifies. */
    private static boolean isLineEnd(Entry entry, RandomAccess file) throws IOException {
        if (entry.bases <= entry.lineBases) {
            return true;
        }
        int ending = (int) (entry.lineBytes - entry.lineBases);
        String there = new String(file.read(entry.offset + entry.lineBases, ending), StandardCharsets.ISO_8859_1);
        return there.equals(ending == 1 ? "\n" : "\r\n");
    }

    private static UserException noHeader(Path path, Entry entry, long end) {
        return unfit(path, entry)
                .expected("the line \">" + entry.name + "\" between byte " + end + " and byte " + entry.offset)
                .found("other text");
    }

    private static UserException unfit(Path path, Entry entry) {
        return new UserException("the index does not fit the file").in(path).atRecord("sequence " + entry.name);
    }

    private static boolean isHeader(String text, String name) {
        String header = text.stripLeading();
        int after = 1 + name.length();
        return header.startsWith(">" + name)
                && header.indexOf('\n') == header.length() - 1
                && header.length() > after
                && Character.isWhitespace(header.charAt(after));
    }

    /** Number of bases of all records. */
    long bases() {
        return entries.stream().mapToLong(Entry::bases).sum();
    }
}
