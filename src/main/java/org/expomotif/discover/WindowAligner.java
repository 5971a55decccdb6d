package org.expomotif.discover;

import java.util.Arrays;

/**
 * Finds the best alignment of two windows by the continuous Jaccard index of their contributions (Shrikumar et al.,
 * 2018, arXiv:1811.00416): the sum of the smaller weights where both have the same base, divided by the sum of the
 * larger weights everywhere. Of the longer window only the part that the shorter one lies on counts, so a window with
 * two motifs is as similar to others with one of them as a window with that motif alone. At least four bases must lie
 * on each other. Not for use by several threads at once.
 */
final class WindowAligner {
    private static final int MINIMUM_OVERLAP = 4;

    private final boolean stranded;
    private double[] common = new double[64];
    private int offset;

    /**
     * Creates an aligner.
     *
     * @param stranded whether windows are compared as they are read only
     */
    WindowAligner(boolean stranded) {
        this.stranded = stranded;
    }

    /** The similarity of two windows as they are read. */
    double similarity(SeqletWindow first, SeqletWindow second) {
        return first.length() <= second.length() ? best(first, second) : best(second, first);
    }

    /** The similarity of two windows, of which the second is also given as its reverse complement. */
    double similarity(SeqletWindow first, SeqletWindow second, SeqletWindow turned) {
        double forward = similarity(first, second);
        return stranded ? forward : Math.max(forward, similarity(first, turned));
    }

    /**
     * The best alignment; ties go to the strand as read.
     *
     * @param turned the reverse complement of the second window
     */
    WindowAlignment align(SeqletWindow first, SeqletWindow second, SeqletWindow turned) {
        WindowAlignment forward = align(first, second, false);
        if (stranded) {
            return forward;
        }
        WindowAlignment backward = align(first, turned, true);
        return backward.similarity() > forward.similarity() ? backward : forward;
    }

    private WindowAlignment align(SeqletWindow first, SeqletWindow second, boolean reverse) {
        double similarity = similarity(first, second);
        return new WindowAlignment(similarity, first.length() <= second.length() ? offset : -offset, reverse);
    }

    /**
     * The best similarity of a window and one that is not shorter. The position of the first base of the longer one in
     * the shorter one is then in {@link #offset}; ties go to the smallest.
     */
    private double best(SeqletWindow shorter, SeqletWindow longer) {
        int shifts = shorter.length() + longer.length() - 1;
        if (common.length < shifts) {
            common = new double[2 * shifts];
        }
        Arrays.fill(common, 0, shifts, 0);
        int zero = longer.length() - 1;
        addCommon(shorter, longer, zero);
        int overlap = Math.min(MINIMUM_OVERLAP, shorter.length());
        double best = 0;
        offset = 0;
        for (int shift = overlap - 1; shift <= shifts - overlap; shift++) {
            double shared = common[shift];
            if (shared > 0) {
                int start = shift - zero;
                double opposite = longer.before()[Math.min(longer.length(), shorter.length() - start)]
                        - longer.before()[Math.max(0, -start)];
                double both = shorter.total() + opposite;
                if (shared * (1 + best) > best * both) {
                    best = shared / (both - shared);
                    offset = start;
                }
            }
        }
        return best;
    }

    private void addCommon(SeqletWindow shorter, SeqletWindow longer, int zero) {
        for (int letter = 0; letter < 4; letter++) {
            for (int i = shorter.first()[letter]; i < shorter.first()[letter + 1]; i++) {
                int place = shorter.places()[i] + zero;
                float weight = shorter.weights()[i];
                for (int j = longer.first()[letter]; j < longer.first()[letter + 1]; j++) {
                    common[place - longer.places()[j]] += Math.min(weight, longer.weights()[j]);
                }
            }
        }
    }
}
