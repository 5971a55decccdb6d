package org.expomotif.io;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.reference.BlockCompressedIndexedFastaSequenceFile;
import htsjdk.samtools.reference.FastaSequenceIndex;
import htsjdk.samtools.reference.FastaSequenceIndexEntry;
import htsjdk.samtools.reference.IndexedFastaSequenceFile;
import htsjdk.samtools.reference.ReferenceSequenceFile;
import htsjdk.samtools.util.GZIIndex;
import htsjdk.samtools.util.IOUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.run.UserException;

/**
 * Parts of the sequences of a FASTA file, plain or bgzip, read without the rest of the file. Its index {@code NAME.fai}
 * (and {@code NAME.gzi}) is used when it is there and not older than the file, else made and kept beside it where that
 * can be.
 */
public final class IndexedSequences implements AutoCloseable {
    @FunctionalInterface
    private interface Parts {
        byte[] letters(String name, long from, long to) throws IOException;
    }

    private final Parts parts;
    private final AutoCloseable file;
    private final Map<String, Long> lengths;

    private IndexedSequences(Parts parts, AutoCloseable file, Map<String, Long> lengths) {
        this.parts = parts;
        this.file = file;
        this.lengths = lengths;
    }

    /**
     * Opens a file; nothing when parts of it cannot be read: standard input, GenBank, gzip, lines of unequal length.
     */
    public static Optional<IndexedSequences> open(String pathOrDash) {
        if (pathOrDash.equals(Inputs.STANDARD) || !Files.isRegularFile(Path.of(pathOrDash))) {
            return Optional.empty();
        }
        Path path = Path.of(pathOrDash);
        try {
            if (TwoBitFile.isTwoBit(path)) {
                return Optional.of(twoBit(TwoBitFile.open(path)));
            }
            boolean compressed = IOUtil.isBlockCompressed(path, true);
            if (!compressed && !startsWithHeader(path)) {
                return Optional.empty();
            }
            Optional<FastaSequenceIndex> index = index(path);
            if (index.isEmpty()) {
                return Optional.empty();
            }
            ReferenceSequenceFile file = compressed
                    ? new BlockCompressedIndexedFastaSequenceFile(path, index.get(), blocks(path))
                    : new IndexedFastaSequenceFile(path, index.get());
            Map<String, Long> lengths = new LinkedHashMap<>();
            for (FastaSequenceIndexEntry entry : index.get()) {
                lengths.put(entry.getContig(), entry.getSize());
            }
            return Optional.of(new IndexedSequences(
                    (name, from, to) ->
                            file.getSubsequenceAt(name, from + 1, to).getBases(),
                    file,
                    lengths));
        } catch (SAMException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UserException("the file cannot be read (" + e.getMessage() + ")", e).in(path);
        }
    }

    /**
     * Whether {@link #open} is likely to find that parts of the file can be read; lines of unequal length alone are not
     * looked for.
     */
    public static boolean isPossible(String pathOrDash) {
        if (pathOrDash.equals(Inputs.STANDARD) || !Files.isRegularFile(Path.of(pathOrDash))) {
            return false;
        }
        Path path = Path.of(pathOrDash);
        try {
            return TwoBitFile.isTwoBit(path) || IOUtil.isBlockCompressed(path, true) || startsWithHeader(path);
        } catch (IOException e) {
            throw new UserException("the file cannot be read (" + e.getMessage() + ")", e).in(path);
        }
    }

    private static IndexedSequences twoBit(TwoBitFile file) throws IOException {
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (String name : file.names()) {
            lengths.put(name, (long) file.length(name));
        }
        return new IndexedSequences((name, from, to) -> file.letters(name, (int) from, (int) to), file, lengths);
    }

    private static boolean startsWithHeader(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == '>';
        }
    }

    private static Optional<FastaSequenceIndex> index(Path path) throws IOException {
        Path kept = Path.of(path + ".fai");
        if (isCurrent(kept, path)) {
            return Optional.of(new FastaSequenceIndex(kept));
        }
        Optional<String> text;
        try (InputStream in = Inputs.open(path.toString())) {
            text = FastaIndexText.of(in);
        }
        if (text.isPresent() && Files.isWritable(kept.toAbsolutePath().getParent())) {
            Outputs.write(kept.toString(), out -> out.write(text.get().getBytes(StandardCharsets.UTF_8)));
        }
        return text.map(
                lines -> new FastaSequenceIndex(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))));
    }

    private static GZIIndex blocks(Path path) throws IOException {
        Path kept = GZIIndex.resolveIndexNameForBgzipFile(path);
        if (isCurrent(kept, path)) {
            return GZIIndex.loadIndex(kept);
        }
        return GZIIndex.createIndex(path, Files.isWritable(kept.toAbsolutePath().getParent()));
    }

    private static boolean isCurrent(Path index, Path path) throws IOException {
        return Files.isReadable(index)
                && Files.getLastModifiedTime(index).compareTo(Files.getLastModifiedTime(path)) >= 0;
    }

    /** Names of the sequences, in the order of the file. */
    public List<String> names() {
        return new ArrayList<>(lengths.keySet());
    }

    /** Bases of a sequence; 0 when there is none of the name. */
    public long length(String name) {
        return lengths.getOrDefault(name, 0L);
    }

    /**
     * Letters of a sequence as written, soft-masked ones in lower case.
     *
     * @param from first base, from 0
     * @param to the base after the last, at most {@link #length}
     */
    public byte[] letters(String name, long from, long to) {
        try {
            return from == to ? new byte[0] : parts.letters(name, from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (Exception e) {
            throw new IllegalStateException("the sequences cannot be closed", e);
        }
    }
}
