package org.expomotif.variant.site;

/**
 * The best site of a motif on one allele.
 *
 * @param p its p-value; 1 if no window could be scored
 * @param fromStart its first base, counted from the first base of the allele
 * @param fromEnd its first base, counted from the base after the allele
 * @param isMinus whether it is on the minus strand
 */
record BestSite(double p, int fromStart, int fromEnd, boolean isMinus) {
    /** Whether this is the same window of a flank, or at the same base of an allele of the same length. */
    boolean isAtThePlaceOf(BestSite other) {
        return isMinus == other.isMinus && (fromStart == other.fromStart || fromEnd == other.fromEnd);
    }
}
