package org.expomotif.compare;

import org.expomotif.io.table.TsvColumn;

/**
 * A match of a query motif with a target motif: a row of {@code tomtom.tsv}.
 *
 * @param query identifier of the query
 * @param target identifier of the target
 * @param offset target column, in the given orientation, minus the aligned query column
 * @param pValue probability that a random target of this width aligns at least as well, rounded to single precision as
 *     in Tomtom, except below the normal range of single precision
 * @param eValue p-value times the number of targets
 * @param qValue minimum false discovery rate at which this match is accepted
 * @param overlap number of aligned columns
 * @param queryConsensus most frequent letters of the query
 * @param targetConsensus most frequent letters of the target in the given orientation
 * @param orientation {@code '+'}, or {@code '-'} when the target is reverse complemented
 */
public record MotifMatch(
        @TsvColumn("Query_ID") String query,
        @TsvColumn("Target_ID") String target,
        @TsvColumn("Optimal_offset") int offset,
        @TsvColumn("p-value") double pValue,
        @TsvColumn("E-value") double eValue,
        @TsvColumn("q-value") double qValue,
        @TsvColumn("Overlap") int overlap,
        @TsvColumn("Query_consensus") String queryConsensus,
        @TsvColumn("Target_consensus") String targetConsensus,
        @TsvColumn("Orientation") char orientation) {}
