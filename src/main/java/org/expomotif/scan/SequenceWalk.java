package org.expomotif.scan;

import org.jspecify.annotations.Nullable;

/** Goes through the hits of slices in order, sequence by sequence, within one by matrix and position. */
final class SequenceWalk {
    /** Hears of hits. */
    interface Visitor {
        /**
         * A hit of the sequence that {@link #endOfSequence} names next. Slices come in order; within one, matrices do.
         *
         * @param piece where the hit lies in {@code slice}
         * @param hit its number in {@code hits}
         */
        void hit(int matrix, Slice slice, Slice.Piece piece, SliceHits hits, int hit);

        /** All hits of a sequence have been told; there may have been none. */
        void endOfSequence(Source source);
    }

    private final Visitor visitor;
    private @Nullable Source open;

    SequenceWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Tells of the next slice. */
    void add(Slice slice, SliceHits hits) {
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

    /** No slice is left. */
    void finish() {
        if (open != null) {
            visitor.endOfSequence(open);
            open = null;
        }
    }
}
