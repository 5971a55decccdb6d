package org.expomotif.discover.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.discover.MotifMatrices;
import org.expomotif.io.table.TsvColumn;

/**
 * A line of {@code matrices.tsv}: a column of a motif, counted from 1, with its frequencies, mean contributions and
 * mean scores of all letters (hypothetical contributions; missing if they are not known).
 */
public record MatrixRow(
        @TsvColumn("motif") String motif,
        @TsvColumn("position") int position,
        @TsvColumn("frequency_A") double frequencyA,
        @TsvColumn("frequency_C") double frequencyC,
        @TsvColumn("frequency_G") double frequencyG,
        @TsvColumn("frequency_T") double frequencyT,
        @TsvColumn("contribution_A") double contributionA,
        @TsvColumn("contribution_C") double contributionC,
        @TsvColumn("contribution_G") double contributionG,
        @TsvColumn("contribution_T") double contributionT,
        @TsvColumn("hypothetical_A") double hypotheticalA,
        @TsvColumn("hypothetical_C") double hypotheticalC,
        @TsvColumn("hypothetical_G") double hypotheticalG,
        @TsvColumn("hypothetical_T") double hypotheticalT) {
    private static final double[] MISSING = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};

    /** The lines of motifs. */
    public static List<MatrixRow> of(List<DiscoveredMotif> motifs) {
        List<MatrixRow> rows = new ArrayList<>();
        for (DiscoveredMotif motif : motifs) {
            MotifMatrices matrices = motif.matrices();
            for (int i = 0; i < matrices.width(); i++) {
                int position = i;
                double[] f = matrices.frequencies()[i];
                double[] c = matrices.contributions()[i];
                Optional<double[]> scored = matrices.hypothetical().map(rowsOf -> rowsOf[position]);
                double[] h = scored.orElse(MISSING);
                rows.add(new MatrixRow(
                        motif.id(), i + 1, f[0], f[1], f[2], f[3], c[0], c[1], c[2], c[3], h[0], h[1], h[2], h[3]));
            }
        }
        return rows;
    }
}
