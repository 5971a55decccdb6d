package org.expomotif.scan.level;

import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScoreDistribution;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * The levels at which p-values are counted: 0.005, 0.010, ..., 0.5, as in FIMO's estimate of the proportion of windows
 * that follow the null distribution.
 */
public final class PValueLevels {
    /** Number of levels. */
    public static final int COUNT = 100;

    private PValueLevels() {}

    /** The level with a number, counted from 1. */
    public static double level(int number) {
        return number / 100.0 * 0.5;
    }

    /** For every sum, from 0 to the maximum of the matrix, the number of levels that its p-value reaches. */
    static byte[] reached(StrandMatrix strand, ScanBackground background) {
        ScoreDistribution all = ScoreDistribution.of(strand.matrix(), background);
        byte[] reached = new byte[strand.matrix().bestSum() + 1];
        int count = COUNT;
        for (int sum = 0; sum < reached.length; sum++) {
            double pValue = all.pValue(sum); // does not increase with the sum
            while (count > 0 && pValue < level(count)) {
                count--;
            }
            reached[sum] = (byte) count;
        }
        return reached;
    }
}
