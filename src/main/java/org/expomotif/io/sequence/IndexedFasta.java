package org.expomotif.io.sequence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.expomotif.io.BgzipAccess;
import org.expomotif.io.BgzipIndex;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.io.PlainAccess;
import org.expomotif.io.RandomAccess;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** A FASTA file, plain or bgzip, with an index that fits it. */
final class IndexedFasta implements AutoCloseable {
    private final Path path;
    private final RandomAccess file;
    private final Map<String, FastaIndex.Entry> entries = new LinkedHashMap<>();
    private final Set<String> found = new HashSet<>();

    private IndexedFasta(Path path, RandomAccess file, FastaIndex index) {
        this.path = path;
        this.file = file;
        index.entries().forEach(entry -> entries.put(entry.name(), entry));
    }

    /** Opens a file; empty when it cannot be indexed. */
    static Optional<IndexedFasta> open(Path path, Warnings warnings) throws IOException {
        RandomAccess file = access(path, warnings);
        try {
            Optional<FastaIndex> index = index(path, file, warnings);
            if (index.isEmpty()) {
                file.close();
            }
            return index.map(found -> new IndexedFasta(path, file, found));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static RandomAccess access(Path path, Warnings warnings) throws IOException {
        PlainAccess file = new PlainAccess(path);
        try {
            return BgzipIndex.blockLength(file.read(0, 32)) > 0
                    ? new BgzipAccess(path, file, blocks(file, path, warnings))
                    : file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static BgzipIndex blocks(PlainAccess file, Path path, Warnings warnings) throws IOException {
        Path kept = Path.of(path + ".gzi");
        if (Files.isReadable(kept)) {
            try {
                return BgzipIndex.read(kept, file, path);
            } catch (UserException e) {
                warnings.warn(e.getMessage() + "; it is made again for this run and the file is left as it is; make it"
                        + " again: bgzip --reindex " + path);
                return BgzipIndex.of(file, path);
            }
        }
        BgzipIndex made = BgzipIndex.of(file, path);
        keep(kept, made.gzi());
        return made;
    }

    private static Optional<FastaIndex> index(Path path, RandomAccess file, Warnings warnings) throws IOException {
        Path kept = Path.of(path + ".fai");
        boolean exists = Files.exists(kept);
        if (Files.isReadable(kept)) {
            try (TextLines lines = TextLines.open(kept.toString())) {
                FastaIndex index = FastaIndex.parse(lines);
                index.requireFit(file, path);
                return Optional.of(index);
            } catch (UserException e) {
                warnings.warn(kept + " is not used (" + e.getMessage() + "); the index is made again for this run and"
                        + " the file is left as it is; make it again: samtools faidx " + path);
            }
        }
        Optional<String> text;
        try (InputStream in = Inputs.open(path.toString())) {
            text = FastaIndexText.of(in);
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        if (!exists) {
            keep(kept, bytes);
        }
        try (TextLines lines = TextLines.of(new ByteArrayInputStream(bytes), kept.toString())) {
            return Optional.of(FastaIndex.parse(lines));
        } catch (UserException e) {
            return Optional.empty(); // reading the whole file reports what is wrong with a name
        }
    }

    private static void keep(Path kept, byte[] bytes) {
        if (Files.isWritable(kept.toAbsolutePath().getParent())) {
            Outputs.write(kept.toString(), out -> out.write(bytes));
        }
    }

    /** Length of each sequence in bases, in the order of the file. */
    Map<String, Long> lengths() {
        Map<String, Long> lengths = new LinkedHashMap<>();
        entries.forEach((name, entry) -> lengths.put(name, entry.bases()));
        return lengths;
    }

    /** Letters of a sequence; the lengths of its lines must match the index. */
    byte[] letters(String name, long from, long to) throws IOException {
        FastaIndex.Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no sequence " + name + " in " + path);
        }
        if (found.add(name) && !FastaIndex.isBelowItsHeader(entry, file)) {
            throw unfit(entry);
        }
        long start = entry.at(from);
        byte[] bytes = file.read(start, Math.toIntExact(entry.at(to - 1) + 1 - start));
        byte[] letters = new byte[Math.toIntExact(to - from)];
        int at = 0;
        for (int i = 0; i < letters.length; ) {
            long left = entry.lineBases() - (from + i) % entry.lineBases();
            int stop = (int) Math.min(letters.length, i + left);
            for (; i < stop; i++, at++) {
                if (at >= bytes.length || bytes[at] == '\n' || bytes[at] == '\r') {
                    throw unfit(entry);
                }
                if (!FastaReader.isBase(bytes[at])) {
                    throw FastaFaults.badLetter(bytes[at] & 0xFF)
                            .in(path)
                            .atRecord("sequence " + name + ", base " + (from + i + 1));
                }
                letters[i] = bytes[at];
            }
            for (int e = 0; i < letters.length && e < entry.lineBytes() - entry.lineBases(); e++, at++) {
                if (bytes[at] != '\n' && bytes[at] != '\r') {
                    throw unfit(entry);
                }
            }
        }
        return letters;
    }

    private UserException unfit(FastaIndex.Entry entry) {
        return new UserException("the index does not fit the file")
                .in(path)
                .atRecord("sequence " + entry.name())
                .expected("lines of " + entry.lineBases() + " bases")
                .remedy("make the index again: samtools faidx " + path);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
