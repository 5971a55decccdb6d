package org.expomotif.discover;

import org.expomotif.seqlet.Seqlet;

/**
 * A seqlet of a motif and where the motif lies on it.
 *
 * @param seqlet the seqlet
 * @param start the position in the sequence, from 0, of the leftmost column of the motif; the motif can extend beyond
 *     the ends of the sequence
 * @param reverse whether the motif lies on the other strand
 * @param similarity continuous Jaccard index of the seqlet and the mean of the motif, from 0 to 1
 */
public record SeqletPlace(Seqlet seqlet, int start, boolean reverse, double similarity) {
    /** The same place for a motif with columns added before its first one and after its last one. */
    public SeqletPlace extended(int before, int after) {
        return new SeqletPlace(seqlet, start - (reverse ? after : before), reverse, similarity);
    }

    /** The position in the sequence of a column of a motif with this width. */
    public int position(int column, int width) {
        return reverse ? start + width - 1 - column : start + column;
    }
}
