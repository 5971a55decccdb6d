package org.expomotif.scan.site;

import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;

/**
 * A slice and the hits of all matrices in it.
 *
 * @param slice the slice
 * @param hits its hits by matrix, then by position, plus before minus
 */
public record ScannedSlice(Slice slice, SliceHits hits) {
    /**
     * The site of a hit.
     *
     * @param matrix index of the matrix
     * @param hit index of the hit
     * @param piece piece of the slice that contains the hit
     */
    Site site(int matrix, int hit, Slice.Piece piece) {
        int at = hits.positions()[hit];
        return new Site(matrix, hits.sums()[hit], piece.source(), piece.position(at), slice.letters(), at);
    }
}
