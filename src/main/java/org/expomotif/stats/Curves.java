package org.expomotif.stats;

import java.util.Arrays;

/** Areas under the curves of a ranking: receiver operating characteristic and precision against recall. */
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
        int[] order = descending(scores);
        double positives = 0;
        double negatives = 0;
        double area = 0;
        for (int i = 0; i < order.length; ) {
            int tieEnd = endOfTie(scores, order, i);
            double p = 0;
            for (int j = i; j < tieEnd; j++) {
                p += positive[order[j]] ? 1 : 0;
            }
            double n = tieEnd - i - p;
            area += n * (positives + p / 2);
            positives += p;
            negatives += n;
            i = tieEnd;
        }
        return positives == 0 || negatives == 0 ? Double.NaN : area / positives / negatives;
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
        int[] order = descending(scores);
        double total = 0;
        for (boolean p : positive) {
            total += p ? 1 : 0;
        }
        double area = 0;
        double hits = 0;
        double lastRecall = 0;
        double lastPrecision = 1;
        for (int i = 0; i < order.length && hits < total; ) {
            int tieEnd = endOfTie(scores, order, i);
            for (int j = i; j < tieEnd; j++) {
                hits += positive[order[j]] ? 1 : 0;
            }
            double recall = hits / total;
            double precision = hits / tieEnd;
            area += (recall - lastRecall) * (precision + lastPrecision) / 2;
            lastRecall = recall;
            lastPrecision = precision;
            i = tieEnd;
        }
        return total == 0 ? Double.NaN : area;
    }

    private static int endOfTie(double[] scores, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }

    private static int[] descending(double[] scores) {
        Integer[] order = new Integer[scores.length];
        for (int i = 0; i < order.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("score " + i + " is not a number");
            }
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        int[] result = new int[order.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = order[i];
        }
        return result;
    }
}
