package org.expomotif.stats;

import java.util.Arrays;

/**
 * Areas under the curves of a ranking: receiver operating characteristic and precision against recall.
 *
 * <p>Both need nothing but the scores of the positives and those of the negatives, each sorted, walked together from
 * the greatest score down; equal scores are one point of the curve. A million items take a fraction of a second.
 */
public final class Curves {
    private Curves() {}

    /**
     * Area under the receiver operating characteristic: the chance that a positive scores above a negative, ties
     * counted half (Mann-Whitney).
     *
     * @param scores one score an item, greater is more positive; a NaN is refused
     * @param positive whether the item is a positive
     * @return the area, or NaN when there is no positive or no negative
     */
    public static double auroc(double[] scores, boolean[] positive) {
        double[] positives = sorted(scores, positive, true);
        double[] negatives = sorted(scores, positive, false);
        if (positives.length == 0 || negatives.length == 0) {
            return Double.NaN;
        }
        double wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : positives) {
            while (below < negatives.length && negatives[below] < score) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < negatives.length && negatives[notAbove] <= score) {
                notAbove++;
            }
            wins += below + (notAbove - below) / 2.0;
        }
        return wins / positives.length / negatives.length;
    }

    /**
     * Area under precision against recall, by the trapezoid rule over the points of every distinct score, the curve
     * starting at recall 0 and precision 1 (as the reference study and scikit-learn's
     * {@code auc(precision_recall_curve)} do).
     *
     * @param scores one score an item, greater is more positive; a NaN is refused
     * @param positive whether the item is a positive
     * @return the area, or NaN when there is no positive
     */
    public static double aupr(double[] scores, boolean[] positive) {
        double[] positives = sorted(scores, positive, true);
        double[] negatives = sorted(scores, positive, false);
        if (positives.length == 0) {
            return Double.NaN;
        }
        double area = 0;
        double lastRecall = 0;
        double lastPrecision = 1;
        int hits = 0;
        int alarms = 0;
        while (hits < positives.length) {
            double score = positives[positives.length - 1 - hits];
            if (alarms < negatives.length) {
                score = Math.max(score, negatives[negatives.length - 1 - alarms]);
            }
            while (hits < positives.length && positives[positives.length - 1 - hits] >= score) {
                hits++;
            }
            while (alarms < negatives.length && negatives[negatives.length - 1 - alarms] >= score) {
                alarms++;
            }
            double recall = (double) hits / positives.length;
            double precision = (double) hits / (hits + alarms);
            area += (recall - lastRecall) * (precision + lastPrecision) / 2;
            lastRecall = recall;
            lastPrecision = precision;
        }
        return area;
    }

    /** The scores of the positives, or of the negatives, from the least. */
    private static double[] sorted(double[] scores, boolean[] positive, boolean wanted) {
        double[] chosen = new double[scores.length];
        int n = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("score " + i + " is not a number");
            }
            if (positive[i] == wanted) {
                chosen[n++] = scores[i];
            }
        }
        double[] result = Arrays.copyOf(chosen, n);
        Arrays.sort(result);
        return result;
    }
}
