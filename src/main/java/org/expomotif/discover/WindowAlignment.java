package org.expomotif.discover;

import org.expomotif.dna.Nucleotide;

/**
 * The best alignment of a window with another one, by the continuous Jaccard index of their contributions (Avsec et
 * al., 2021): the sum of the smaller weights where both have the same base, divided by the sum of the larger ones
 * everywhere.
 *
 * @param similarity from 0 for nothing in common to 1 for equal windows
 * @param offset the position in the first window of the first base of the second, after it was turned
 * @param reverse whether the second window was turned to the other strand
 */
record WindowAlignment(double similarity, int offset, boolean reverse) {
    /** Aligned bases, at least. */
    private static final int MINIMUM_OVERLAP = 4;

    /**
     * The best alignment; ties go to the strand as read, then to the smallest offset.
     *
     * @param turned the second window on its other strand; the second window itself if only one strand counts
     */
    static WindowAlignment of(SeqletWindow first, SeqletWindow second, SeqletWindow turned) {
        WindowAlignment forward = best(first, second, false);
        if (turned == second) {
            return forward;
        }
        WindowAlignment backward = best(first, turned, true);
        return backward.similarity > forward.similarity ? backward : forward;
    }

    private static WindowAlignment best(SeqletWindow first, SeqletWindow second, boolean reverse) {
        double total = first.total() + second.total();
        double best = -1;
        int offset = 0;
        int last = first.length() - MINIMUM_OVERLAP;
        for (int shift = MINIMUM_OVERLAP - second.length(); shift <= last; shift++) {
            double common = common(first, second, shift);
            if (common > best) {
                best = common;
                offset = shift;
            }
        }
        return new WindowAlignment(best <= 0 ? 0 : best / (total - best), offset, reverse);
    }

    private static double common(SeqletWindow first, SeqletWindow second, int shift) {
        byte[] codes = first.codes();
        byte[] others = second.codes();
        double common = 0;
        int to = Math.min(codes.length, shift + others.length);
        for (int i = Math.max(0, shift); i < to; i++) {
            if (codes[i] == others[i - shift] && codes[i] != Nucleotide.UNKNOWN) {
                common += Math.min(first.weights()[i], second.weights()[i - shift]);
            }
        }
        return common;
    }
}
