package org.expomotif.enrich.statistic;

/** A test of whether positives have a site more often than controls. */
public interface CountTest {
    /**
     * The natural logarithm of the probability of at least {@code a} positives among {@code a + c} sequences with a
     * site, by chance.
     *
     * @param a positives with a site
     * @param c controls with a site
     */
    double logP(int a, int c);

    /** A number that {@link #logP} is not below, up to rounding; fast to compute. */
    double lowerBound(int a, int c);
}
