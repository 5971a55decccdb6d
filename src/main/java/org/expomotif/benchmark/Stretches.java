package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.Interval;

/**
 * The stretches of one sequence in which a score should be high, and those in which it should be low.
 *
 * @param regions where motifs lie
 * @param gaps where none lies
 */
public record Stretches(List<Interval> regions, List<Interval> gaps) {
    /** How stretches are cut from the informative bases. */
    public enum Rule {
        /**
         * Informative bases and {@value #EXTENSION} on both sides are regions, what lies between them are gaps, as Koo
         * and Ploenzke (2021) describe it.
         */
        APART {
            @Override
            Stretches cut(String sequence, boolean[] informative) {
                boolean[] inside = widened(informative, EXTENSION, EXTENSION);
                return new Stretches(apart(sequence, inside, true), apart(sequence, inside, false));
            }
        },
        /**
         * As the program behind the published figures cuts them: 4 bases to the left and 5 to the right are added, and
         * the end of every stretch but the first is looked for too far to the right, so that later stretches reach into
         * their neighbours. For comparison with the published figures alone.
         */
        PUBLISHED {
            @Override
            Stretches cut(String sequence, boolean[] informative) {
                boolean[] inside = widened(informative, 4, 5);
                return new Stretches(overlong(sequence, inside, true), overlong(sequence, inside, false));
            }
        };

        /**
         * Cuts a sequence.
         *
         * @param sequence its name
         * @param informative whether each base lies in an informative column
         */
        abstract Stretches cut(String sequence, boolean[] informative);
    }

    /** Bases that a stretch of informative bases is made longer by on both sides. */
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
        List<Interval> stretches = new ArrayList<>();
        for (int start = next(inside, 0, wanted); start < inside.length; ) {
            int end = next(inside, start, !wanted);
            stretches.add(new Interval(sequence, start, end));
            start = next(inside, end, wanted);
        }
        return stretches;
    }

    /**
     * The published search: where a stretch starts at {@code start} and the one before it ended at {@code from}, its
     * end is looked for from {@code from + start} on. A last round repeats the last start; regions that find no end are
     * dropped, gaps then reach the end of the sequence.
     */
    private static List<Interval> overlong(String sequence, boolean[] inside, boolean wanted) {
        List<Interval> stretches = new ArrayList<>();
        if (lastOf(inside, wanted) < 0) {
            return stretches;
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
                stretches.add(new Interval(sequence, start, from));
            } else {
                if (!wanted) {
                    stretches.add(new Interval(sequence, start, inside.length));
                }
                more = false;
            }
        }
        return stretches;
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
