package org.expomotif.compare;

import org.expomotif.io.Column;

/**
 * A target motif that resembles a query motif: a row of {@code tomtom.tsv}.
 *
 * @param query id of the query
 * @param target id of the target
 * @param offset target column minus query column of the aligned columns, on the orientation given
 * @param pValue chance that a random target of this width aligns as well, rounded to single precision as Tomtom does
 *     where that has all its digits
 * @param eValue p times the number of targets
 * @param qValue least false discovery rate at which this match counts
 * @param overlap aligned columns
 * @param queryConsensus most frequent letters of the query
 * @param targetConsensus most frequent letters of the target on the orientation given
 * @param orientation {@code '+'}, or {@code '-'} where the target is reverse complemented
 */
public record MotifMatch(
        @Column("Query_ID") String query,
        @Column("Target_ID") String target,
        @Column("Optimal_offset") int offset,
        @Column("p-value") double pValue,
        @Column("E-value") double eValue,
        @Column("q-value") double qValue,
        @Column("Overlap") int overlap,
        @Column("Query_consensus") String queryConsensus,
        @Column("Target_consensus") String targetConsensus,
        @Column("Orientation") char orientation) {}
