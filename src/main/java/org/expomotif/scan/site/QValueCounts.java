package org.expomotif.scan.site;

import java.util.List;
import java.util.stream.IntStream;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.level.WindowLevels;
import org.expomotif.scan.matrix.MatrixSet;

/** Counts the windows and hits of all matrices for the q-values of the hits. */
public final class QValueCounts implements SliceListener {
    private final WindowLevels windows;
    private final List<QValues> matrices;

    public QValueCounts(MatrixSet set) {
        this.windows = new WindowLevels(set);
        this.matrices = set.matrices().stream().map(QValues::new).toList();
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        windows.add(codes, scanned.slice().windows());
        return () -> {
            for (int m = 0; m < matrices.size(); m++) {
                matrices.get(m).add(scanned.hits(), m);
            }
        };
    }

    @Override
    public void finish() {}

    /** The counts of all slices added, one per matrix. */
    public List<HitCounts> counts() {
        long[][] levels = windows.counts();
        return IntStream.range(0, matrices.size())
                .mapToObj(m -> matrices.get(m).counts(levels[m]))
                .toList();
    }
}
