package org.expomotif.discover;

import org.expomotif.dna.Nucleotide;

/**
 * The contributions of a seqlet and a few bases on both sides. The arrays are not copied.
 *
 * @param codes codes of {@link Nucleotide}; unknown outside the sequence
 * @param weights the absolute contribution of each base that has the sign of the seqlet, 0 for the others, divided by
 *     the maximum
 */
record SeqletWindow(byte[] codes, float[] weights) {
    /** Bases that are added on each side of a seqlet. */
    static final int FLANK = 3;

    /**
     * The window of a seqlet.
     *
     * @param codes the bases of the sequence
     * @param contributions one contribution per base
     * @param start the first base of the seqlet
     * @param end the base after its last
     * @param sign 1 or -1
     */
    static SeqletWindow of(byte[] codes, float[] contributions, int start, int end, int sign) {
        int length = end - start + 2 * FLANK;
        byte[] bases = new byte[length];
        float[] weights = new float[length];
        float maximum = 0;
        for (int i = 0; i < length; i++) {
            int at = start - FLANK + i;
            boolean inside = at >= 0 && at < codes.length;
            bases[i] = inside ? codes[at] : Nucleotide.UNKNOWN;
            weights[i] = inside && bases[i] != Nucleotide.UNKNOWN ? Math.max(0, sign * contributions[at]) : 0;
            maximum = Math.max(maximum, weights[i]);
        }
        for (int i = 0; i < length && maximum > 0; i++) {
            weights[i] /= maximum;
        }
        return new SeqletWindow(bases, weights);
    }

    int length() {
        return codes.length;
    }

    /** The sum of the weights. */
    double total() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** The window of the other strand. */
    SeqletWindow reverseComplement() {
        int n = codes.length;
        byte[] bases = Nucleotide.reverseComplement(codes);
        float[] reversed = new float[n];
        for (int i = 0; i < n; i++) {
            reversed[i] = weights[n - 1 - i];
        }
        return new SeqletWindow(bases, reversed);
    }
}
