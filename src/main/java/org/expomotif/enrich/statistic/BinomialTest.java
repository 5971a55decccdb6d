package org.expomotif.enrich.statistic;

import org.expomotif.stats.IncompleteBeta;

/** The binomial test, for positives and controls of different lengths. */
public final class BinomialTest implements CountTest {
    private final double success;
    private final double logSuccess;
    private final double logFailure;
    private final double[] logFactorials;

    /**
     * Creates the test.
     *
     * @param success the share of the windows that belong to positives, above 0 and below 1
     * @param logFactorials of 0 up to at least the number of sequences
     */
    public BinomialTest(double success, double[] logFactorials) {
        this.success = success;
        this.logFactorials = logFactorials;
        logSuccess = Math.log(success);
        logFailure = Math.log(1 - success);
    }

    @Override
    public double logP(int a, int c) {
        return a == 0 ? 0 : IncompleteBeta.log(a, c + 1.0, success);
    }

    @Override
    public double lowerBound(int a, int c) {
        int trials = a + c;
        int i = Math.clamp((int) ((trials + 1) * success), a, trials);
        return logFactorials[trials]
                - logFactorials[i]
                - logFactorials[trials - i]
                + i * logSuccess
                + (trials - i) * logFailure;
    }
}
