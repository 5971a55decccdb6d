package org.expomotif.io.sequence;

import java.util.Arrays;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.Inputs;
import org.expomotif.run.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * A buffer for the letters of a sequence, which are kept in memory up to a limit and in a temporary file beyond it. It
 * can be reused for the next sequence.
 */
public final class LetterSpool implements AutoCloseable {
    /** Receives letters piece by piece. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Receives the next piece, {@code letters[from]} to {@code letters[to - 1]}; valid until this method returns.
         */
        void accept(byte[] letters, int from, int to);
    }

    private static final int PIECE = 1 << 20;
    private static final int HELD_IN_MEMORY = 1 << 26;

    private final int memory;
    private byte[] letters = new byte[0];
    private int held;
    private @Nullable TemporaryFile file;

    /** Creates an empty spool, whose temporary file is in the temporary folder of the system. */
    public LetterSpool() {
        this(HELD_IN_MEMORY);
    }

    LetterSpool(int memory) {
        this.memory = memory;
    }

    /** Removes all letters. */
    public void clear() {
        held = 0;
        if (file != null) {
            file.clear();
        }
    }

    private long inFile() {
        return file == null ? 0 : file.size();
    }

    /** Number of letters. */
    public long length() {
        return inFile() + held;
    }

    /** Adds letters. */
    public void add(byte[] source, int from, int to) {
        int more = to - from;
        if (held > 0 && more > memory - held) {
            write(letters, 0, held);
            held = 0;
        }
        if (more > memory) {
            write(source, from, more);
            return;
        }
        if (letters.length - held < more) {
            letters = Arrays.copyOf(letters, Math.min(memory, Math.max(held + more, 2 * letters.length)));
        }
        System.arraycopy(source, from, letters, held, more);
        held += more;
    }

    /** Passes the letters of a range to a receiver, in order. */
    public void forward(long from, long to, Receiver receiver) {
        for (long at = from; at < to; at += PIECE) {
            byte[] piece = read(at, (int) Math.min(PIECE, to - at));
            receiver.accept(piece, 0, piece.length);
        }
    }

    /** Passes the reverse complement of all letters to a receiver; the case is kept. */
    public void reverseComplement(Receiver receiver) {
        for (long end = length(); end > 0; end -= Math.min(PIECE, end)) {
            int size = (int) Math.min(PIECE, end);
            byte[] piece = read(end - size, size);
            byte[] reversed = new byte[size];
            for (int i = 0; i < size; i++) {
                reversed[size - 1 - i] = Nucleotide.complementLetter(piece[i]);
            }
            receiver.accept(reversed, 0, size);
        }
    }

    private byte[] read(long from, int size) {
        long inFile = inFile();
        int there = Math.clamp(inFile - from, 0, size);
        byte[] piece = file == null || there == 0 ? new byte[size] : Arrays.copyOf(file.read(from, there), size);
        if (there < size) {
            System.arraycopy(letters, (int) (from + there - inFile), piece, there, size - there);
        }
        return piece;
    }

    private void write(byte[] source, int from, int count) {
        if (file == null) {
            file = TemporaryFile.beside(Inputs.STANDARD, "the letters of a sequence");
        }
        file.append(source, from, count);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
