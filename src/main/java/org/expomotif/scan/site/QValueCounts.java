package org.expomotif.scan.site;

import java.util.List;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.matrix.MatrixSet;

/** Counts the windows and hits of all matrices for the q-values of the hits. */
public final class QValueCounts implements SliceListener {
    private final List<QValues> matrices;

    public QValueCounts(MatrixSet set) {
        this.matrices = set.matrices().stream()
                .map(matrix -> new QValues(matrix, set.settings().background()))
                .toList();
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        List<long[]> windows = matrices.stream()
                .map(matrix -> matrix.count(codes, scanned.slice().windows()))
                .toList();
        return () -> {
            for (int m = 0; m < windows.size(); m++) {
                matrices.get(m).add(windows.get(m), scanned.hits(), m);
            }
        };
    }

    @Override
    public void finish() {}

    /** The counts of all slices added, one per matrix. */
    public List<HitCounts> counts() {
        return matrices.stream().map(QValues::counts).toList();
    }
}
