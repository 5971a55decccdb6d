package org.expomotif.scan.matrix;

/**
 * The matrix of one strand, with the distribution of its sums and the minimum sum of a hit.
 *
 * @param matrix cells in the order of positions on the plus strand; the reverse complement for the minus strand
 * @param distribution p-values of the sums from {@code minimumSum} up
 * @param minimumSum minimum sum of a hit
 */
public record StrandMatrix(IntegerMatrix matrix, ScoreDistribution distribution, int minimumSum) {
    /** Computes the distribution of {@code matrix} and the minimum sum that satisfies the settings. */
    public static StrandMatrix of(IntegerMatrix matrix, ScanSettings settings) {
        ScoreDistribution tail = ScoreDistribution.ofTail(matrix, settings.background(), settings.threshold());
        int minimum = Math.max(tail.minimumSum(settings.threshold()), matrix.minimumSum(settings.minimumScore()));
        return new StrandMatrix(matrix, tail.from(minimum), minimum);
    }
}
