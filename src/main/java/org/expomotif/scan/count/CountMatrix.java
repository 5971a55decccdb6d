package org.expomotif.scan.count;

import java.util.List;
import org.expomotif.io.table.MatrixMarketOutput;
import org.expomotif.run.Provenance;

/** The numbers of sites as a sparse matrix (sequences x motifs) in the format of Matrix Market. */
final class CountMatrix implements CountOutput {
    private final MatrixMarketOutput matrix;

    CountMatrix(String path, List<String> motifs, Provenance provenance) {
        this.matrix = MatrixMarketOutput.open(path, motifs, provenance);
    }

    @Override
    public void row(String label, int[] counts) {
        matrix.row(label, counts);
    }

    @Override
    public void commit() {
        matrix.commit();
    }

    @Override
    public void close() {
        matrix.close();
    }
}
