package org.expomotif.scan;

import java.util.List;

/**
 * A stretch of work: the letters of one or more pieces of sequence, one {@link #SEPARATOR} between them so that no
 * window reaches over.
 *
 * @param letters letters as read; those from {@code length} on mean nothing
 * @param length how many letters there are
 * @param windows windows that start at 0 .. {@code windows - 1} belong to this slice; letters beyond belong to those
 *     windows only
 * @param pieces the pieces in order
 */
record Slice(byte[] letters, int length, int windows, List<Piece> pieces) {
    /** An unknown base. */
    static final byte SEPARATOR = '-';

    /**
     * A piece of a sequence.
     *
     * @param source what it is a piece of
     * @param firstBase position that the base at {@code offset} is written with
     * @param offset index of that base in the letters
     */
    record Piece(Source source, long firstBase, int offset) {
        /** The sequence's name as it is written. */
        byte[] name() {
            return source.name();
        }

        /** The position that a base is written with. */
        long position(int index) {
            return firstBase + (index - offset);
        }
    }

    /** A piece by its number. */
    Piece piece(int number) {
        return pieces.get(number);
    }

    /** The number of the piece that {@code position} lies in, looked for from {@code from} on. */
    int pieceAt(int position, int from) {
        int number = from;
        while (number + 1 < pieces.size() && pieces.get(number + 1).offset() <= position) {
            number++;
        }
        return number;
    }
}
