package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.ScanMatrix;

/** A backend that computes exact sums only for the windows that a prefilter does not rule out. */
final class PrefilterBackend implements ScanBackend {
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
        WindowSums plusSums = new WindowSums(matrix.plus());
        WindowSums minusSums = matrix.minus().map(WindowSums::new).orElse(plusSums);
        byte[] plus = Prefilter.tables(matrix.plus(), filter.bases());
        byte[] minus = matrix.minus()
                .map(strand -> Prefilter.tables(strand, filter.bases()))
                .orElseGet(() -> excludingTables(plus.length));
        int groups = (matrix.width() + filter.bases() - 1) / filter.bases();
        return (slice, windows, hits) -> {
            int[] found = hits.scratch(windows);
            int count = filter.find(filter.codes(slice), plus, minus, groups, windows, found);
            byte[] codes = slice.bases();
            for (int i = 0; i < count; i++) {
                int start = found[i] >>> 2;
                if ((found[i] & 1) != 0) {
                    plusSums.add(codes, start, false, hits);
                }
                if ((found[i] & 2) != 0) {
                    minusSums.add(codes, start, true, hits);
                }
            }
        };
    }

    private static byte[] excludingTables(int length) {
        byte[] tables = new byte[length];
        java.util.Arrays.fill(tables, Prefilter.EXCLUDED);
        return tables;
    }
}
