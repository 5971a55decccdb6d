package org.expomotif.filter;

import org.expomotif.io.table.TsvColumn;
import org.expomotif.motif.Background;
import org.expomotif.motif.Consensus;
import org.expomotif.motif.InformationContent;

/**
 * A row of the table of filters.
 *
 * @param filter name of the motif
 * @param windows number of windows of the motif
 * @param sequences number of sequences with a window
 * @param share fraction of all sequences with a window
 * @param maximum maximum activation
 * @param width columns of the motif
 * @param bits information content of the motif against a uniform background, in bits
 * @param consensus consensus in IUPAC letters
 */
public record FilterRow(
        String filter,
        int windows,
        int sequences,
        @TsvColumn("sequence_share") double share,
        @TsvColumn("max_activation") double maximum,
        int width,
        double bits,
        String consensus) {

    /**
     * The row of a filter.
     *
     * @param sequences number of all sequences
     */
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
