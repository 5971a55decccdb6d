package org.expomotif.scan.input;

import java.util.List;

/**
 * A unit of work: the letters of one or more pieces of sequence, with one {@link #SEPARATOR} between pieces so that no
 * window spans two of them.
 *
 * @param letters letters as read; those from {@code length} on are unused
 * @param length number of letters
 * @param windows number of windows, which start at 0 .. {@code windows - 1}; the letters after the last start belong to
 *     these windows only
 * @param pieces the pieces that begin before index {@code windows}, in order; in the last slice, all that are left
 */
public record Slice(byte[] letters, int length, int windows, List<Piece> pieces) {
    /** An unknown base. */
    static final byte SEPARATOR = '-';

    /**
     * A piece of a sequence or region.
     *
     * @param source sequence or region that contains the piece
     * @param firstBase position in the output of the base at {@code offset}
     * @param offset index in the letters of the first base
     */
    public record Piece(ScannedSequence source, long firstBase, int offset) {
        /** The name of the sequence, escaped for the output. */
        public byte[] name() {
            return source.name();
        }

        /** The position of a base in the output. */
        public long position(int index) {
            return firstBase + (index - offset);
        }
    }

    /** The piece with an index. */
    public Piece piece(int number) {
        return pieces.get(number);
    }

    /** The index of the piece that contains {@code position}, searched from piece {@code from} on. */
    public int pieceAt(int position, int from) {
        int number = from;
        while (number + 1 < pieces.size() && pieces.get(number + 1).offset() <= position) {
            number++;
        }
        return number;
    }
}
