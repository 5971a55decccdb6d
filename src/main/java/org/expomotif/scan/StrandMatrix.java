package org.expomotif.scan;

/**
 * A matrix laid along one strand, with the distribution of its sums and the least sum that is a hit.
 *
 * @param matrix the cells in the order of the plus strand's positions: the reverse complement for the minus strand
 * @param distribution p-values of the sums from {@code leastSum} up
 * @param leastSum windows with this sum or more are hits
 */
public record StrandMatrix(IntegerMatrix matrix, ScoreDistribution distribution, int leastSum) {
    /** Computes the distribution of {@code matrix} and the least sum that the settings let pass. */
    public static StrandMatrix of(IntegerMatrix matrix, ScanSettings settings) {
        ScoreDistribution all = ScoreDistribution.of(matrix, settings.background());
        int least = Math.max(all.leastSum(settings.threshold()), matrix.leastSum(settings.leastScore()));
        return new StrandMatrix(matrix, all.from(least), least);
    }
}
