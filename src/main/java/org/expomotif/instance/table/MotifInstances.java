package org.expomotif.instance.table;

import org.expomotif.io.table.TsvColumn;

/**
 * A line of the table of motifs.
 *
 * @param motif identifier of the motif; {@code all} for the last line
 * @param name its name
 * @param instances number of instances
 * @param positive number of those that raise the output
 * @param negative number of those that lower it
 * @param sequences number of sequences with an instance
 * @param meanContribution mean of the sums of base scores; NaN without instances
 * @param seqlets number of seqlets with an instance of the motif; empty without seqlets
 * @param seqletShare their share of all seqlets
 * @param ownSeqlets number of seqlets that are named after the motif
 * @param ownRecall the share of these with an instance of the motif
 */
public record MotifInstances(
        @TsvColumn("motif") String motif,
        @TsvColumn("name") String name,
        @TsvColumn("instances") int instances,
        @TsvColumn("positive") int positive,
        @TsvColumn("negative") int negative,
        @TsvColumn("sequences") int sequences,
        @TsvColumn("mean_contribution") double meanContribution,
        @TsvColumn("seqlets") double seqlets,
        @TsvColumn("seqlet_share") double seqletShare,
        @TsvColumn("own_seqlets") double ownSeqlets,
        @TsvColumn("own_recall") double ownRecall) {}
