package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.Interval;

/**
 * The regions of one sequence where a score should be high, and the gaps where it should be low.
 *
 * @param regions regions with planted motifs
 * @param gaps regions without planted motifs
 */
public record LocalizationRegions(List<Interval> regions, List<Interval> gaps) {
    /** The definition of regions and gaps from the informative bases. */
    public enum Rule {
        /**
         * Regions are the informative bases extended by {@value #EXTENSION} bases on both sides, and gaps are the bases
         * between regions, as described by Koo and Ploenzke (2021).
         */
        APART {
            @Override
            LocalizationRegions cut(String sequence, boolean[] informative) {
                boolean[] inside = widened(informative, EXTENSION, EXTENSION);
                return new LocalizationRegions(apart(sequence, inside, true), apart(sequence, inside, false));
            }
        },
        /**
         * The definition of the program that computed the published figures: informative bases are extended by 4 bases
         * to the left and 5 to the right, and the search for the end of every interval but the first starts too far to
         * the right, so that later intervals overlap their neighbours. Only for comparison with the published figures.
         */
        PUBLISHED {
            @Override
            LocalizationRegions cut(String sequence, boolean[] informative) {
                boolean[] inside = widened(informative, 4, 5);
                return new LocalizationRegions(overlong(sequence, inside, true), overlong(sequence, inside, false));
            }
        };

        /**
         * Divides a sequence into regions and gaps.
         *
         * @param sequence name of the sequence
         * @param informative whether each base is in an informative column
         */
        abstract LocalizationRegions cut(String sequence, boolean[] informative);
    }

    /** Number of bases by which regions extend beyond the informative bases on both sides. */
    public static final int EXTENSION = 10;

    private static boolean[] widened(boolean[] informative, int left, int right) {
        boolean[] inside = new boolean[informative.length];
        for (int i = 0; i < informative.length; i++) {
            for (int j = Math.max(0, i - left); informative[i] && j <= Math.min(inside.length - 1, i + right); j++) {
                inside[j] = true;
            }
        }
        return inside;
    }

    private static List<Interval> apart(String sequence, boolean[] inside, boolean wanted) {
        List<Interval> intervals = new ArrayList<>();
        for (int start = next(inside, 0, wanted); start < inside.length; ) {
            int end = next(inside, start, !wanted);
            intervals.add(new Interval(sequence, start, end));
            start = next(inside, end, wanted);
        }
        return intervals;
    }

    /**
     * The published search: for an interval that starts at {@code start}, after one that ended at {@code from}, the
     * search for its end begins at {@code from + start}. A last round repeats the last start. When no end is found, a
     * region is dropped, and a gap extends to the end of the sequence.
     */
    private static List<Interval> overlong(String sequence, boolean[] inside, boolean wanted) {
        List<Interval> intervals = new ArrayList<>();
        if (lastOf(inside, wanted) < 0) {
            return intervals;
        }
        int from = 0;
        int start = 0;
        boolean more = true;
        while (more) {
            int last = lastOf(inside, wanted);
            more = last > from;
            start = more ? next(inside, from, wanted) : start;
            int search = from + start;
            if (lastOf(inside, !wanted) > search) {
                from = next(inside, search, !wanted);
                intervals.add(new Interval(sequence, start, from));
            } else {
                if (!wanted) {
                    intervals.add(new Interval(sequence, start, inside.length));
                }
                more = false;
            }
        }
        return intervals;
    }

    private static int next(boolean[] inside, int from, boolean wanted) {
        int i = from;
        while (i < inside.length && inside[i] != wanted) {
            i++;
        }
        return i;
    }

    private static int lastOf(boolean[] inside, boolean wanted) {
        int i = inside.length - 1;
        while (i >= 0 && inside[i] != wanted) {
            i--;
        }
        return i;
    }
}
