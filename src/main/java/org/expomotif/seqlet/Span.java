package org.expomotif.seqlet;

/**
 * A stretch of one attribution map, and how far it stands out.
 *
 * @param start the first base, counted from 0
 * @param end the base after the last
 * @param sum the sum of the base scores, which has the sign of the span and is not 0
 * @param excess by how much the absolute value of the sum is more than the offset of as many bases; above 0
 */
public record Span(int start, int end, double sum, double excess) {
    /** Whether the bases raise the output of the network. */
    public boolean isPositive() {
        return sum > 0;
    }
}
