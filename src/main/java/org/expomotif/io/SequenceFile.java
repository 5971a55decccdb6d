package org.expomotif.io;

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
import org.expomotif.run.UserException;

/**
 * Sequences from FASTA or GenBank, plain, gzip or bgzip by content, from a file or standard input ({@code -}); or from
 * a .2bit file.
 *
 * <p>Letters stay as written (soft-masked bases in lower case, IUPAC ambiguity letters); {@code X - * . ?} and digits
 * stand for unknown bases and keep their column. Letters that only proteins have are refused.
 */
public final class SequenceFile {
    private static final int PIECE = 1 << 20;

    private SequenceFile() {}

    /**
     * All sequences of a file, in its order.
     *
     * @throws UserException naming file and line when it is not sequences of DNA, holds none, or has a name twice
     */
    public static List<DnaSequence> readAll(String pathOrDash) {
        List<DnaSequence> sequences = new ArrayList<>();
        forEach(pathOrDash, sequences::add);
        return sequences;
    }

    /**
     * Hands over one sequence after the other; only one is held at a time.
     *
     * @throws UserException naming file and line when it is not sequences of DNA, holds none, or has a name twice
     */
    public static void forEach(String pathOrDash, Consumer<DnaSequence> consumer) {
        stream(pathOrDash, new WholeSequences(Inputs.name(pathOrDash), consumer));
    }

    /**
     * Hands over the letters as they are read; no sequence is held.
     *
     * @throws UserException naming file and line when it is not sequences of DNA, holds none, or has a name twice
     */
    public static void stream(String pathOrDash, SequenceListener listener) {
        String name = Inputs.name(pathOrDash);
        SequenceListener checked = new DistinctNames(name, listener);
        if (streamTwoBit(pathOrDash, checked)) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Inputs.open(pathOrDash), 1 << 16)) {
            in.mark(16);
            byte[] first = in.readNBytes(5);
            in.reset();
            if (new String(first, StandardCharsets.ISO_8859_1).equals("LOCUS")) {
                GenbankSequences.forEach(in, name, sequence -> {
                    checked.begin(sequence.name(), sequence.description());
                    checked.letters(sequence.letters(), 0, sequence.length());
                    checked.end();
                });
            } else {
                new FastaReader(in, name).read(checked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean streamTwoBit(String pathOrDash, SequenceListener listener) {
        try {
            if (pathOrDash.equals(Inputs.STANDARD) || !TwoBitFile.isTwoBit(Path.of(pathOrDash))) {
                return false;
            }
            try (TwoBitFile file = TwoBitFile.open(Path.of(pathOrDash))) {
                for (String name : file.names()) {
                    listener.begin(name, "");
                    int length = file.length(name);
                    for (int from = 0; from < length; from += Math.min(PIECE, length - from)) {
                        byte[] letters = file.letters(name, from, from + Math.min(PIECE, length - from));
                        listener.letters(letters, 0, letters.length);
                    }
                    listener.end();
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
     * About how many bases there will be: exactly by the index of a FASTA file or in a .2bit file, else by the share of
     * letters in the first megabyte and the size of the file; 0 when that tells nothing.
     */
    public static long expectedBases(String pathOrDash) {
        return ExpectedBases.of(pathOrDash);
    }

    /** Passes sequences on and refuses a name met before. */
    private static final class DistinctNames implements SequenceListener {
        private final String file;
        private final SequenceListener listener;
        private final NameSet names = new NameSet();
        private long count;

        DistinctNames(String file, SequenceListener listener) {
            this.file = file;
            this.listener = listener;
        }

        @Override
        public void begin(String name, String description) {
            count++;
            if (!names.add(name)) {
                throw new UserException("two sequences have the same name")
                        .in(file)
                        .atRecord("sequence " + count)
                        .found(name)
                        .remedy("give every sequence a name of its own");
            }
            listener.begin(name, description);
        }

        @Override
        public void letters(byte[] source, int from, int to) {
            listener.letters(source, from, to);
        }

        @Override
        public void end() {
            listener.end();
        }
    }
}
