package org.expomotif.stats;

/** The rank-sum statistic of two groups, as a probability. */
public final class RankSum {
    private RankSum() {}

    /**
     * The probability that a member of the first group scores higher than one of the second, ties counting one half
     * (Mann and Whitney 1947, doi:10.1214/aoms/1177730491). Members without a score are equal, and below all others.
     *
     * @param first scores of the first group, ascending
     * @param firstSize size of the first group, at least the number of its scores
     * @param second scores of the second group, ascending
     * @param secondSize size of the second group
     * @return from 0 to 1; NaN when a group is empty
     */
    public static double probability(double[] first, int firstSize, double[] second, int secondSize) {
        double wins = (double) (firstSize - first.length) * (secondSize - second.length) / 2
                + (double) first.length * (secondSize - second.length);
        int below = 0;
        int notAbove = 0;
        for (double score : first) {
            while (below < second.length && second[below] < score) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < second.length && second[notAbove] <= score) {
                notAbove++;
            }
            wins += below + (notAbove - below) / 2.0;
        }
        return wins / firstSize / secondSize;
    }
}
