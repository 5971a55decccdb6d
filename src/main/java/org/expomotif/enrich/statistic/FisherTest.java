package org.expomotif.enrich.statistic;

/** Fisher's exact test, one-sided: the upper tail of the hypergeometric distribution. */
public final class FisherTest implements CountTest {
    /** A term that is this much smaller than the sum does not change it. */
    private static final double NEGLIGIBLE = 1e-18;

    private final int positives;
    private final int controls;
    private final double[] logFactorials;

    /**
     * Creates the test.
     *
     * @param logFactorials of 0 up to at least {@code positives + controls}
     */
    public FisherTest(int positives, int controls, double[] logFactorials) {
        this.positives = positives;
        this.controls = controls;
        this.logFactorials = logFactorials;
    }

    @Override
    public double logP(int a, int c) {
        int drawn = a + c;
        if (a <= Math.max(0, drawn - controls)) {
            return 0;
        }
        int last = Math.min(drawn, positives);
        int middle = Math.clamp(mode(drawn), a, last);
        double sum = 1;
        double term = 1;
        for (int i = middle; i < last && term > NEGLIGIBLE * sum; i++) {
            term *= (double) (positives - i) * (drawn - i) / ((i + 1.0) * (controls - drawn + i + 1.0));
            sum += term;
        }
        term = 1;
        for (int i = middle; i > a && term > NEGLIGIBLE * sum; i--) {
            term *= i * (double) (controls - drawn + i) / ((positives - i + 1.0) * (drawn - i + 1.0));
            sum += term;
        }
        return Math.min(0, logTerm(middle, drawn) + Math.log(sum));
    }

    @Override
    public double lowerBound(int a, int c) {
        int drawn = a + c;
        return logTerm(Math.clamp(mode(drawn), a, Math.min(drawn, positives)), drawn);
    }

    /** The most probable number of positives among the sequences drawn. */
    private int mode(int drawn) {
        return (int) ((drawn + 1L) * (positives + 1L) / (positives + controls + 2L));
    }

    private double logTerm(int i, int drawn) {
        return logChoose(positives, i) + logChoose(controls, drawn - i) - logChoose(positives + controls, drawn);
    }

    private double logChoose(int n, int k) {
        return logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }
}
