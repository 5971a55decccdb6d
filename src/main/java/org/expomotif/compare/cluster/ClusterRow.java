package org.expomotif.compare.cluster;

import org.expomotif.io.table.TsvColumn;

/**
 * A motif and its cluster, as a row of a table.
 *
 * @param cluster identifier of the cluster: {@code cluster_1} is the first
 * @param size number of motifs in the cluster
 * @param motif identifier of the motif
 * @param name other name of the motif
 * @param offset column of this motif, in its orientation, minus the aligned column of the centre
 * @param orientation {@code '-'} when the reverse complement is aligned, else {@code '+'}
 * @param pValue p-value of its match with the centre
 */
public record ClusterRow(
        @TsvColumn("cluster") String cluster,
        @TsvColumn("size") int size,
        @TsvColumn("motif") String motif,
        @TsvColumn("name") String name,
        @TsvColumn("offset") int offset,
        @TsvColumn("orientation") char orientation,
        @TsvColumn("p-value") double pValue) {
    static ClusterRow of(String id, MotifCluster cluster, MotifCluster.Member member) {
        return new ClusterRow(
                id,
                cluster.members().size(),
                member.motif().id(),
                member.motif().name(),
                member.offset(),
                member.orientation(),
                member.pValue());
    }
}
