package org.expomotif.enrich.statistic;

import org.expomotif.stats.MersenneTwister;
import org.expomotif.stats.NullProportion;

/** q-values by Storey's method with the bootstrap of the MEME Suite. */
public final class QValues {
    private QValues() {}

    /**
     * Logarithms of the q-values.
     *
     * @param logP logarithms of the p-values, ascending
     * @param random draws the bootstrap samples when there are more than 100 p-values
     */
    public static double[] logs(double[] logP, MersenneTwister random) {
        int n = logP.length;
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = Math.exp(logP[i]);
        }
        double nulls = 1;
        if (NullProportion.usesDraws(n)) {
            int[] draws = new int[NullProportion.DRAWS];
            random.nextIndices(n, draws);
            nulls = NullProportion.estimate(p, draws);
        }
        double[] logs = new double[n];
        double lowest = 1;
        for (int i = n - 1; i >= 0; i--) {
            lowest = Math.min(lowest, Math.min(1, nulls * p[i] * n / (i + 1)));
            logs[i] = lowest == 0 ? Math.log(n) + logP[i] : Math.log(lowest);
        }
        return logs;
    }
}
