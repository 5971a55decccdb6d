package org.expomotif.scan.site;

import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;
import org.jspecify.annotations.Nullable;

/** Visits the sites of slices sequence by sequence, within a sequence slice by slice, and there matrix by matrix. */
public final class SequenceWalk implements SliceListener {
    /** Receives the sites. */
    public interface Visitor {
        /** Visits a site of the sequence that the next call of {@link #endOfSequence} names. */
        void site(Site site);

        /** Called after all sites of a sequence, which may be none. */
        void endOfSequence(ScannedSequence source);

        /** Called after the last sequence. */
        void finish();
    }

    private final Visitor visitor;
    private @Nullable ScannedSequence open;

    public SequenceWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        return () -> visit(scanned);
    }

    private void visit(ScannedSlice scanned) {
        Slice slice = scanned.slice();
        SliceHits hits = scanned.hits();
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
                    visitor.site(scanned.site(m, next[m]++, piece));
                }
            }
        }
    }

    @Override
    public void finish() {
        if (open != null) {
            visitor.endOfSequence(open);
            open = null;
        }
        visitor.finish();
    }
}
