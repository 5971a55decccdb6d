package org.expomotif.scan.site;

import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;
import org.jspecify.annotations.Nullable;

/** Visits the hits of slices in order: sequence by sequence, within a sequence by matrix and position. */
public final class SequenceWalk {
    /** Receives the hits. */
    interface Visitor {
        /**
         * Visits a hit of the sequence that the next call of {@link #endOfSequence} names. Slices are visited in order,
         * and within a slice the matrices.
         *
         * @param matrix index of the matrix
         * @param piece piece of {@code slice} that contains the hit
         * @param hit index of the hit in {@code hits}
         */
        void hit(int matrix, Slice slice, Slice.Piece piece, SliceHits hits, int hit);

        /** Called after all hits of a sequence, which may be none. */
        void endOfSequence(ScannedSequence source);
    }

    private final Visitor visitor;
    private @Nullable ScannedSequence open;

    public SequenceWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Visits the hits of the next slice. */
    public void add(Slice slice, SliceHits hits) {
        int matrices = hits.ends().length;
        int[] next = new int[matrices];
        for (int m = 0; m < matrices; m++) {
            next[m] = hits.from(m);
        }
        for (int p = 0; p < slice.pieces().size(); p++) {
            Slice.Piece piece = slice.piece(p);
            int end = p + 1 < slice.pieces().size() ? slice.piece(p + 1).offset() : Integer.MAX_VALUE;
            if (open != null && open.number() != piece.source().number()) {
                visitor.endOfSequence(open);
            }
            open = piece.source();
            for (int m = 0; m < matrices; m++) {
                while (next[m] < hits.to(m) && hits.positions()[next[m]] < end) {
                    visitor.hit(m, slice, piece, hits, next[m]++);
                }
            }
        }
    }

    /** Ends the last sequence. */
    public void finish() {
        if (open != null) {
            visitor.endOfSequence(open);
            open = null;
        }
    }
}
