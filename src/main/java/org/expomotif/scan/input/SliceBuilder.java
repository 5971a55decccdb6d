package org.expomotif.scan.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Divides a stream of sequences into slices of equal size: long sequences span several slices, and one slice holds many
 * short sequences. Neighbouring slices overlap by one letter less than the maximum width of a window, and every window
 * belongs to exactly one slice.
 */
public final class SliceBuilder implements ScanInput {
    private final int capacity;
    private final int overlap;
    private final Function<String, byte[]> escape;
    private final Consumer<Slice> receiver;
    private long sequences;
    private List<Slice.Piece> pieces = new ArrayList<>();
    private byte[] letters;
    private int used;

    /**
     * Creates a builder for matrices of at most {@code maximumWidth} positions.
     *
     * @param capacity number of windows of a slice
     * @param escape escapes the name of a sequence for the output
     * @param receiver receives every full slice
     */
    public SliceBuilder(int capacity, int maximumWidth, Function<String, byte[]> escape, Consumer<Slice> receiver) {
        this.capacity = capacity;
        this.overlap = maximumWidth - 1;
        this.escape = escape;
        this.receiver = receiver;
        this.letters = new byte[capacity + overlap];
    }

    @Override
    public void begin(String name, long firstBase, String label, Optional<NamedRegion> region) {
        ScannedSequence source = new ScannedSequence(sequences++, name, escape.apply(name), label, region);
        if (used > 0) {
            makeRoom();
            letters[used++] = Slice.SEPARATOR;
            makeRoom();
        }
        pieces.add(new Slice.Piece(source, firstBase, used));
    }

    @Override
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
    @Override
    public void finish() {
        finish(0);
    }

    /**
     * Passes on the last slice.
     *
     * @param tail number of letters at the end at which no window starts, less than the maximum width
     */
    void finish(int tail) {
        boolean isOnlyEmptySequences = used == 0 && !pieces.isEmpty();
        if (used > tail || isOnlyEmptySequences) {
            emit(used - tail);
        }
    }

    private void emit(int windows) {
        Slice slice = new Slice(letters, used, windows, windows == used ? List.copyOf(pieces) : startedBefore(windows));
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

    /** The pieces that begin before an index. The others only begin in the overlap: they belong to the next slice. */
    private List<Slice.Piece> startedBefore(int index) {
        return pieces.stream().filter(piece -> piece.offset() < index).toList();
    }
}
