package org.expomotif.scan;

import java.util.List;

/**
 * A stretch of work: the codes of one or more pieces of sequence, an unknown base between them so that no window
 * reaches over.
 *
 * @param codes codes of {@link org.expomotif.dna.Nucleotide}
 * @param windows windows that start at 0 .. {@code windows - 1} belong to this slice; codes beyond belong to the
 *     windows only
 * @param pieces the pieces in order
 */
record Slice(byte[] codes, int windows, List<Piece> pieces) {
    /**
     * A piece of a sequence.
     *
     * @param name the sequence's name as it is written
     * @param letters all bases of the sequence
     * @param firstBase position that the sequence's first base is written with, 1 unless the name says otherwise
     * @param start first base of the piece in {@code letters}
     * @param offset index of that base in the codes
     */
    record Piece(byte[] name, byte[] letters, long firstBase, int start, int offset) {}

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
