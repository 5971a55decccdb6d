package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.ScanMatrix;

/** A backend that computes exact sums only for the windows that a prefilter does not rule out. */
final class PrefilterBackend implements MatrixBackend {
    private final Prefilter filter;

    PrefilterBackend(Prefilter filter) {
        this.filter = filter;
    }

    /** Runs the prefilter until its loop is compiled. */
    void warmUp() {
        filter.warmUp();
    }

    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        Candidates candidates = new Candidates(matrix);
        PrefilterTables tables = PrefilterTables.of(matrix, filter.bases());
        return (slice, windows, hits) -> {
            int[] found = hits.scratch(windows);
            int count = filter.find(filter.codes(slice), tables, windows, found);
            candidates.addHits(slice, found, count, hits);
        };
    }
}
