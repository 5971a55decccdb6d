package org.expomotif.scan.count;

import java.util.Arrays;
import java.util.List;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.table.MatrixMarketOutput;
import org.expomotif.run.Provenance;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.site.SequenceWalk;
import org.expomotif.scan.site.Site;

/**
 * Writes the number of sites of every matrix in every sequence: a table, an {@code .npz} file, or a sparse matrix in
 * the format of Matrix Market.
 */
public final class SiteCounts implements SequenceWalk.Visitor, AutoCloseable {
    private final int[] counts;
    private final CountOutput output;

    /**
     * Opens the file.
     *
     * @param path path of the file; {@code .npz} for arrays, {@code .mtx} for a sparse matrix, else a table
     * @param provenance provenance of the run, written to a table or sparse matrix
     */
    public SiteCounts(String path, List<ScanMatrix> matrices, Provenance provenance) {
        List<String> motifs = matrices.stream().map(ScanMatrix::id).toList();
        this.counts = new int[motifs.size()];
        if (FileSuffix.endsIn(path, List.of(".npz"))) {
            this.output = new CountArrays(path, motifs);
        } else if (MatrixMarketOutput.isName(path)) {
            this.output = new CountMatrix(path, motifs, provenance);
        } else {
            this.output = new CountTable(path, motifs, provenance);
        }
    }

    @Override
    public void site(Site site) {
        counts[site.matrix()]++;
    }

    @Override
    public void endOfSequence(ScannedSequence source) {
        output.row(source.label(), counts);
        Arrays.fill(counts, 0);
    }

    @Override
    public void finish() {}

    /** Finishes the file. */
    public void commit() {
        output.commit();
    }

    @Override
    public void close() {
        output.close();
    }
}
