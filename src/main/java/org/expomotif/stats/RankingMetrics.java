package org.expomotif.stats;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Areas under the curves of a ranking: the receiver operating characteristic and precision against recall.
 *
 * <p>The scores of the positives and those of the negatives are sorted separately and merged; equal scores are one
 * point of the curve. The time is dominated by the sort: a million items take a fraction of a second.
 */
public final class RankingMetrics {
    /** The comment in tables with the columns {@code aupr} and {@code aupr_trapezoid}. */
    public static final String AUPR_COMMENT =
            "aupr: average precision; aupr_trapezoid: area by the trapezoid rule, as in the reference study";

    private RankingMetrics() {}

    /**
     * Area under the receiver operating characteristic: the probability that a positive scores higher than a negative,
     * with ties counted as one half (Mann-Whitney).
     *
     * @param scores one score per item, higher is more positive
     * @param positive whether the item is a positive
     * @return the area, or NaN when there is no positive or no negative
     * @throws IllegalArgumentException when a score is NaN
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
     * Average precision: the sum over all distinct scores of the precision at the score times the recall gained at it,
     * without interpolation (scikit-learn's {@code average_precision_score}). If all items have the same score, it is
     * the proportion of positives.
     *
     * @param scores one score per item, higher is more positive
     * @param positive whether the item is a positive
     * @return a value in (0, 1], or NaN when there is no positive
     * @throws IllegalArgumentException when a score is NaN
     */
    public static double averagePrecision(double[] scores, boolean[] positive) {
        return precisionOverRecall(scores, positive, (before, here) -> here);
    }

    /**
     * Area under precision against recall by the trapezoid rule over the points of all distinct scores. The curve
     * starts at recall 0 and precision 1, as in the reference study and in scikit-learn's
     * {@code auc(precision_recall_curve)}. Interpolation between distant points is too optimistic (Davis and Goadrich
     * 2006): if all items have the same score, the area is {@code (1 + proportion of positives) / 2}. Use
     * {@link #averagePrecision} to assess a prediction, and this area to compare with figures that were computed in the
     * same way.
     *
     * @param scores one score per item, higher is more positive
     * @param positive whether the item is a positive
     * @return a value in (0, 1], or NaN when there is no positive
     * @throws IllegalArgumentException when a score is NaN
     */
    public static double trapezoidAupr(double[] scores, boolean[] positive) {
        return precisionOverRecall(scores, positive, (before, here) -> (before + here) / 2);
    }

    /**
     * Sums, over the distinct scores from the highest down, the recall gained times a height.
     *
     * @param height computes the height of a step from the precision at the point before (1 at the start) and at this
     *     point
     */
    private static double precisionOverRecall(double[] scores, boolean[] positive, DoubleBinaryOperator height) {
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
            area += (recall - lastRecall) * height.applyAsDouble(lastPrecision, precision);
            lastRecall = recall;
            lastPrecision = precision;
        }
        return area;
    }

    /** The scores of the positives, or of the negatives, in ascending order. */
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
