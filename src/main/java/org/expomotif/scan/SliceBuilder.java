package org.expomotif.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.dna.Nucleotide;

/** Cuts sequences into slices of nearly equal size: long ones into several, short ones many into one. */
final class SliceBuilder {
    private final int capacity;
    private final int overlap;
    private final Consumer<Slice> receiver;
    private final byte[] codes;
    private final List<Slice.Piece> pieces = new ArrayList<>();
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
        this.codes = new byte[capacity + overlap + 1];
    }

    /**
     * Adds the windows that lie wholly in a stretch.
     *
     * @param name the sequence's name as it is written
     * @param firstBase the position that the first of {@code letters} is written with
     * @param from first base of the stretch, from 0
     * @param to the base after the last
     */
    void add(byte[] name, byte[] letters, long firstBase, int from, int to) {
        int start = from;
        while (start < to) {
            int left = to - start;
            int room = capacity - used;
            if (room < left && room < capacity / 8) {
                flush();
                continue;
            }
            pieces.add(new Slice.Piece(name, letters, firstBase, start, used));
            if (left <= room) {
                encode(letters, start, left);
                used += left;
                codes[used++] = Nucleotide.UNKNOWN;
                start = to;
            } else {
                int tail = Math.min(overlap, left - room);
                encode(letters, start, room + tail);
                emit(used + room, used + room + tail);
                start += room;
            }
        }
        if (used >= capacity) {
            flush();
        }
    }

    /** Hands over what has gathered. */
    void flush() {
        if (used > 0) {
            emit(used, used);
        }
    }

    private void encode(byte[] letters, int from, int count) {
        for (int i = 0; i < count; i++) {
            codes[used + i] = Nucleotide.code(letters[from + i]);
        }
    }

    private void emit(int windows, int length) {
        receiver.accept(new Slice(java.util.Arrays.copyOf(codes, length), windows, List.copyOf(pieces)));
        pieces.clear();
        used = 0;
    }
}
