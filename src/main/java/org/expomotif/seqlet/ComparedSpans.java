package org.expomotif.seqlet;

import java.util.ArrayList;
import java.util.List;

/**
 * The spans of maps with their significance, and the spans of the null that they were compared with.
 *
 * @param seqlets all spans of the maps, sequence by sequence and in the order of their starts
 * @param chance the spans of each sequence of the null
 * @param otherSign whether the null of a sign are the spans of the other sign
 */
public record ComparedSpans(List<Seqlet> seqlets, List<List<Span>> chance, boolean otherSign) {
    /** The spans with a q-value of at most {@code threshold}. */
    public List<Seqlet> accepted(double threshold) {
        return seqlets.stream().filter(seqlet -> seqlet.q() <= threshold).toList();
    }

    /**
     * The spans of the null that would pass as seqlets of a sign: those with at least the smallest excess of the
     * accepted ones. None pass where none was accepted.
     *
     * @param accepted the accepted spans of both signs
     * @param positive the sign of the seqlets
     * @return seqlets of the sequences of the null, with a p-value and q-value of 1
     */
    public List<Seqlet> decoys(List<Seqlet> accepted, boolean positive) {
        double least = accepted.stream()
                .map(Seqlet::span)
                .filter(span -> span.isPositive() == positive)
                .mapToDouble(Span::excess)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        List<Seqlet> decoys = new ArrayList<>();
        for (int sequence = 0; sequence < chance.size(); sequence++) {
            for (Span span : chance.get(sequence)) {
                if (span.isPositive() == (positive != otherSign) && span.excess() >= least) {
                    decoys.add(new Seqlet(sequence, span, 1, 1));
                }
            }
        }
        return decoys;
    }
}
