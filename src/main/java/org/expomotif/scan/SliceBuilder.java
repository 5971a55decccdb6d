package org.expomotif.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a stream of sequences into slices of equal size: long ones into several, short ones many into one. Neighbouring
 * slices share as many letters as a window may reach over, and every window belongs to one slice.
 */
final class SliceBuilder {
    private final int capacity;
    private final int overlap;
    private final Consumer<Slice> receiver;
    private List<Slice.Piece> pieces = new ArrayList<>();
    private byte[] letters;
    private int used;

    /**
     * Cuts for matrices of at most {@code greatestWidth} positions.
     *
     * @param capacity windows of a slice
     * @param receiver is given every slice that is full
     */
    SliceBuilder(int capacity, int greatestWidth, Consumer<Slice> receiver) {
        this.capacity = capacity;
        this.overlap = greatestWidth - 1;
        this.receiver = receiver;
        this.letters = new byte[capacity + overlap];
    }

    /**
     * Begins a piece: the letters that follow are one stretch of a sequence.
     *
     * @param source what the stretch is
     * @param firstBase the position that the first letter is written with
     */
    void begin(Source source, long firstBase) {
        if (used > 0) {
            room();
            letters[used++] = Slice.SEPARATOR;
            room();
        }
        pieces.add(new Slice.Piece(source, firstBase, used));
    }

    /** Adds letters to the piece. */
    void add(byte[] source, int from, int to) {
        int next = from;
        while (next < to) {
            room();
            int count = Math.min(to - next, letters.length - used);
            System.arraycopy(source, next, letters, used, count);
            used += count;
            next += count;
        }
    }

    private void room() {
        if (used == letters.length) {
            emit(capacity);
        }
    }

    /** Hands over what has gathered. */
    void flush() {
        flush(0);
    }

    /**
     * Hands over what has gathered.
     *
     * @param tail how many of the last letters begin no window; fewer than the greatest width
     */
    void flush(int tail) {
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
