package org.expomotif.io.sequence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * Reads sequences from FASTA or GenBank, from a file or standard input ({@code -}), or from a .2bit file. Plain, gzip
 * and bgzip files are distinguished by their content.
 *
 * <p>Letters are kept as written (soft-masked bases in lower case, IUPAC ambiguity letters); those of GenBank are
 * converted to upper case. {@code X - * . ? ~ _} and digits within a group of letters represent unknown bases and count
 * as positions, as in FIMO. Position numbers before or after the bases of a line are removed. Letters that occur only
 * in proteins are rejected. {@code docs/formats.md} describes the checks of each reader.
 */
public final class SequenceFile {
    private static final int PIECE = 1 << 20;

    /** Number of bytes from which the format is detected. */
    private static final int LOOK = 1 << 12;

    private SequenceFile() {}

    /** {@link #readAll(String, Warnings)} without warnings. */
    public static List<DnaSequence> readAll(String pathOrDash) {
        return readAll(pathOrDash, Warnings.NONE);
    }

    /**
     * {@link #forEach(String, RepeatedNames, Warnings, Consumer)} with repeated names rejected and without warnings.
     */
    public static void forEach(String pathOrDash, Consumer<DnaSequence> consumer) {
        forEach(pathOrDash, RepeatedNames.REFUSED, Warnings.NONE, consumer);
    }

    /**
     * {@link #stream(String, RepeatedNames, Warnings, SequenceListener)} with repeated names rejected and without
     * warnings.
     */
    public static void stream(String pathOrDash, SequenceListener listener) {
        stream(pathOrDash, RepeatedNames.REFUSED, Warnings.NONE, listener);
    }

    /**
     * All sequences of a file, in the order of the file; their names must be unique.
     *
     * @throws UserException naming file and line when the file does not contain DNA sequences, is empty, or contains a
     *     name twice
     */
    public static List<DnaSequence> readAll(String pathOrDash, Warnings warnings) {
        List<DnaSequence> sequences = new ArrayList<>();
        forEach(pathOrDash, RepeatedNames.REFUSED, warnings, sequences::add);
        return sequences;
    }

    /**
     * Passes the sequences to a consumer one at a time; only one is kept in memory.
     *
     * @throws UserException naming file and line when the file does not contain DNA sequences, is empty, or contains a
     *     name twice and repeated names are rejected
     */
    public static void forEach(
            String pathOrDash, RepeatedNames repeatedNames, Warnings warnings, Consumer<DnaSequence> consumer) {
        stream(pathOrDash, repeatedNames, warnings, new WholeSequences(Inputs.name(pathOrDash), consumer));
    }

    /**
     * Passes the letters to a listener as they are read; no sequence is kept in memory.
     *
     * @param repeatedNames the behaviour when two sequences have the same name
     * @param warnings receives warnings at the end: repeated names, sequences without bases, position numbers
     * @throws UserException naming file and line when the file does not contain DNA sequences, is empty, or contains a
     *     name twice and repeated names are rejected
     */
    public static void stream(
            String pathOrDash, RepeatedNames repeatedNames, Warnings warnings, SequenceListener listener) {
        String name = Inputs.name(pathOrDash);
        CheckedRecords records = new CheckedRecords(name, repeatedNames, listener);
        if (!streamTwoBit(pathOrDash, records)) {
            try (InputStream in = new BufferedInputStream(Inputs.open(pathOrDash), 1 << 16)) {
                in.mark(LOOK);
                String start = beginning(in.readNBytes(LOOK));
                in.reset();
                if (GenbankReader.isGenbank(start)) {
                    new GenbankReader(TextLines.of(in, name), records).read();
                } else {
                    new FastaReader(in, name).read(records);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        records.report(warnings);
    }

    /** The first bytes as text, without a byte order mark and leading blank lines. */
    private static String beginning(byte[] first) {
        String text = new String(first, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text.stripLeading();
    }

    private static boolean streamTwoBit(String pathOrDash, CheckedRecords records) {
        try {
            if (pathOrDash.equals(Inputs.STANDARD) || !TwoBitFile.isTwoBit(Path.of(pathOrDash))) {
                return false;
            }
            try (TwoBitFile file = TwoBitFile.open(Path.of(pathOrDash))) {
                for (String name : file.names()) {
                    records.begin(name, "", 0);
                    int length = file.length(name);
                    for (int from = 0; from < length; from += Math.min(PIECE, length - from)) {
                        byte[] letters = file.letters(name, from, from + Math.min(PIECE, length - from));
                        records.letters(letters, 0, letters.length);
                    }
                    records.end();
                }
            }
            return true;
        } catch (InvalidPathException | AccessDeniedException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The expected number of bases. It is exact for a .2bit file and a FASTA file with an index; otherwise it is
     * estimated from the fraction of letters in the first megabyte and the size of the file. 0 when it is unknown.
     */
    public static long expectedBases(String pathOrDash) {
        return ExpectedBases.of(pathOrDash);
    }
}
