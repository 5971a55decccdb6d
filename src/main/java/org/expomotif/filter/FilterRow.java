package org.expomotif.filter;

import org.expomotif.io.Column;
import org.expomotif.motif.Background;
import org.expomotif.motif.Consensus;
import org.expomotif.motif.InformationContent;

/**
 * A row of the table of filters.
 *
 * @param filter name of the motif
 * @param windows number of windows it was made from
 * @param sequences number of sequences that hold a window
 * @param share part of all sequences that hold one
 * @param maximum greatest activation
 * @param width columns of the motif
 * @param bits information of the whole motif against a uniform background
 * @param consensus in IUPAC letters
 */
public record FilterRow(
        String filter,
        int windows,
        int sequences,
        @Column("sequence_share") double share,
        @Column("max_activation") double maximum,
        int width,
        double bits,
        String consensus) {

    /** The row of a filter among so many sequences. */
    public static FilterRow of(LearnedFilter filter, int sequences) {
        double[][] matrix = filter.motif().matrix();
        return new FilterRow(
                filter.motif().id(),
                filter.windows(),
                filter.sequences(),
                (double) filter.sequences() / sequences,
                filter.maximum(),
                matrix.length,
                InformationContent.total(matrix, Background.UNIFORM),
                Consensus.iupac(matrix));
    }
}
