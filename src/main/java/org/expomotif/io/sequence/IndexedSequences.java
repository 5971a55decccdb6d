package org.expomotif.io.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.io.BgzipIndex;
import org.expomotif.io.Inputs;
import org.expomotif.io.PlainAccess;
import org.expomotif.io.RawInput;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * Random access to the sequences of a FASTA file, plain or bgzip, or of a .2bit file. The index {@code NAME.fai} of a
 * FASTA file (and {@code NAME.gzi}) is used if it fits the file, regardless of modification times
 * ({@link FastaIndex#requireFit}). A missing index is made and saved beside the file if possible. An index that does
 * not fit is reported and left unchanged, and a new one is made in memory.
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
     * Opens a file; empty when random access is not possible: standard input, GenBank, gzip, lines of unequal length,
     * or repeated names. Reading such a file from start to end reports its errors.
     *
     * @param warnings receives a warning when an index does not fit
     */
    public static Optional<IndexedSequences> open(String pathOrDash, Warnings warnings) {
        if (!isFile(pathOrDash)) {
            return Optional.empty();
        }
        Path path = Path.of(pathOrDash);
        try {
            if (TwoBitFile.isTwoBit(path)) {
                return Optional.of(twoBit(TwoBitFile.open(path)));
            }
            return isIndexable(path)
                    ? IndexedFasta.open(path, warnings)
                            .map(fasta -> new IndexedSequences(fasta::letters, fasta, fasta.lengths()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UserException("the file cannot be read (" + RawInput.reason(e) + ")", e).in(path);
        }
    }

    private static boolean isFile(String pathOrDash) {
        return !pathOrDash.equals(Inputs.STANDARD) && Files.isRegularFile(Path.of(pathOrDash));
    }

    private static boolean isIndexable(Path path) throws IOException {
        try (PlainAccess file = new PlainAccess(path)) {
            byte[] start = file.read(0, 32);
            return BgzipIndex.blockLength(start) > 0 || start.length > 0 && start[0] == '>';
        }
    }

    /** Whether {@link #open} is likely to succeed; lines of unequal length are not detected. */
    public static boolean isPossible(String pathOrDash) {
        if (!isFile(pathOrDash)) {
            return false;
        }
        Path path = Path.of(pathOrDash);
        try {
            return TwoBitFile.isTwoBit(path) || isIndexable(path);
        } catch (IOException e) {
            throw new UserException("the file cannot be read (" + RawInput.reason(e) + ")", e).in(path);
        }
    }

    private static IndexedSequences twoBit(TwoBitFile file) throws IOException {
        try {
            Map<String, Long> lengths = new LinkedHashMap<>();
            for (String name : file.names()) {
                lengths.put(name, (long) file.length(name));
            }
            return new IndexedSequences((name, from, to) -> file.letters(name, (int) from, (int) to), file, lengths);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Names of the sequences, in the order of the file. */
    public List<String> names() {
        return new ArrayList<>(lengths.keySet());
    }

    /** Length of a sequence in bases; 0 when no sequence has this name. */
    public long length(String name) {
        return lengths.getOrDefault(name, 0L);
    }

    /**
     * Letters of a sequence as written, soft-masked ones in lower case.
     *
     * @param from first base, counted from 0
     * @param to position after the last base, at most {@link #length}
     * @throws UserException when the file contains other letters than bases there
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
