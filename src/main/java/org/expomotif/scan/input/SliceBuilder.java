package org.expomotif.scan.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Divides a stream of sequences into slices of equal size: long sequences span several slices, and one slice holds many
 * short sequences. Neighbouring slices overlap by one letter less than the maximum width of a window, and every window
 * belongs to exactly one slice.
 */
public final class SliceBuilder {
    private final int capacity;
    private final int overlap;
    private final Consumer<Slice> receiver;
    private List<Slice.Piece> pieces = new ArrayList<>();
    private byte[] letters;
    private int used;

    /**
     * Creates a builder for matrices of at most {@code maximumWidth} positions.
     *
     * @param capacity number of windows of a slice
     * @param receiver receives every full slice
     */
    public SliceBuilder(int capacity, int maximumWidth, Consumer<Slice> receiver) {
        this.capacity = capacity;
        this.overlap = maximumWidth - 1;
        this.receiver = receiver;
        this.letters = new byte[capacity + overlap];
    }

    /**
     * Begins a piece for the letters that follow.
     *
     * @param source sequence or region of the letters
     * @param firstBase position of the first letter in the output
     */
    public void begin(ScannedSequence source, long firstBase) {
        if (used > 0) {
            makeRoom();
            letters[used++] = Slice.SEPARATOR;
            makeRoom();
        }
        pieces.add(new Slice.Piece(source, firstBase, used));
    }

    /** Adds letters to the piece. */
    public void add(byte[] source, int from, int to) {
        int next = from;
        while (next < to) {
            makeRoom();
            int count = Math.min(to - next, letters.length - used);
            System.arraycopy(source, next, letters, used, count);
            used += count;
            next += count;
        }
    }

    private void makeRoom() {
        if (used == letters.length) {
            emit(capacity);
        }
    }

    /** Passes on the last slice. */
    public void flush() {
        flush(0);
    }

    /**
     * Passes on the last slice.
     *
     * @param tail number of letters at the end at which no window starts, less than the maximum width
     */
    public void flush(int tail) {
        if (used > tail) {
            emit(used - tail);
        }
    }

    private void emit(int windows) {
        Slice slice = new Slice(letters, used, windows, List.copyOf(pieces));
        List<Slice.Piece> open = new ArrayList<>();
        int shared = used - windows;
        for (int p = 0; p < pieces.size(); p++) {
            int end = p + 1 < pieces.size() ? pieces.get(p + 1).offset() : used + 1;
            if (end > windows) {
                Slice.Piece piece = pieces.get(p);
                open.add(new Slice.Piece(piece.source(), piece.firstBase(), piece.offset() - windows));
            }
        }
        letters = new byte[capacity + overlap];
        System.arraycopy(slice.letters(), windows, letters, 0, shared);
        used = shared;
        pieces = open;
        receiver.accept(slice);
    }
}
