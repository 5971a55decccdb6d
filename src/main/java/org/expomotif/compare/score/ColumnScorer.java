package org.expomotif.compare.score;

/** Scores a query column against all target columns. Implementations are thread-safe. */
@FunctionalInterface
public interface ColumnScorer {
    /**
     * Scores one query column.
     *
     * @param column frequencies of A, C, G, T
     * @param sites number of sites of the query motif
     * @param scores receives one score per target column
     */
    void score(double[] column, double sites, double[] scores);
}
