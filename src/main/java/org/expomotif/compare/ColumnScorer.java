package org.expomotif.compare;

/** Scores a query column against all target columns. Threads may share one. */
@FunctionalInterface
interface ColumnScorer {
    /**
     * Scores one query column.
     *
     * @param column its four frequencies
     * @param sites the number of sites of its motif
     * @param scores where the scores go, one a target column
     */
    void score(double[] column, double sites, double[] scores);
}
