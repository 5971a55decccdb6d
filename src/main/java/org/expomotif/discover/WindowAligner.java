package org.expomotif.discover;

import java.util.Arrays;

/**
 * Finds the best alignment of two windows by the continuous Jaccard index of their contributions (Shrikumar et al.,
 * 2018, arXiv:1811.00416): the sum of the smaller weights where both have the same base, divided by the sum of the
 * larger weights everywhere. At least four bases must lie on each other. Not for use by several threads at once.
 */
final class WindowAligner {
    private static final int MINIMUM_OVERLAP = 4;

    private double[] common = new double[64];

    /** The similarity of two windows on one strand. */
    double similarity(SeqletWindow first, SeqletWindow second) {
        return jaccard(first, second, common[bestShift(first, second)]);
    }

    /** The similarity of two windows, of which the second is also given on its other strand. */
    double similarity(SeqletWindow first, SeqletWindow second, SeqletWindow turned) {
        double forward = similarity(first, second);
        return turned == second ? forward : Math.max(forward, similarity(first, turned));
    }

    /**
     * The best alignment; ties go to the strand as read, then to the smallest offset.
     *
     * @param turned the second window on its other strand; the second window itself if only one strand counts
     */
    WindowAlignment align(SeqletWindow first, SeqletWindow second, SeqletWindow turned) {
        WindowAlignment forward = align(first, second, false);
        if (turned == second) {
            return forward;
        }
        WindowAlignment backward = align(first, turned, true);
        return backward.similarity() > forward.similarity() ? backward : forward;
    }

    private WindowAlignment align(SeqletWindow first, SeqletWindow second, boolean reverse) {
        int best = bestShift(first, second);
        return new WindowAlignment(jaccard(first, second, common[best]), best - (second.length() - 1), reverse);
    }

    private static double jaccard(SeqletWindow first, SeqletWindow second, double shared) {
        return shared <= 0 ? 0 : shared / (first.total() + second.total() - shared);
    }

    /** The index in {@link #common}, offset + length of the second - 1, of the offset with the most in common. */
    private int bestShift(SeqletWindow first, SeqletWindow second) {
        int shifts = first.length() + second.length() - 1;
        if (common.length < shifts) {
            common = new double[2 * shifts];
        }
        Arrays.fill(common, 0, shifts, 0);
        int zero = second.length() - 1;
        for (int letter = 0; letter < 4; letter++) {
            for (int i = first.first()[letter]; i < first.first()[letter + 1]; i++) {
                int place = first.places()[i] + zero;
                float weight = first.weights()[i];
                for (int j = second.first()[letter]; j < second.first()[letter + 1]; j++) {
                    common[place - second.places()[j]] += Math.min(weight, second.weights()[j]);
                }
            }
        }
        int overlap = Math.min(MINIMUM_OVERLAP, Math.min(first.length(), second.length()));
        int best = overlap - 1;
        for (int shift = overlap; shift <= shifts - overlap; shift++) {
            if (common[shift] > common[best]) {
                best = shift;
            }
        }
        return best;
    }
}
