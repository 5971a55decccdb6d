package org.expomotif.scan;

import java.util.Optional;

/** The reference backend: sums of whole numbers, window by window; see {@link WindowSums}. */
public final class PlainBackend implements ScanBackend {
    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        WindowSums plus = new WindowSums(matrix.plus());
        Optional<WindowSums> minus = matrix.minus().map(WindowSums::new);
        return (slice, windows, hits) -> {
            byte[] codes = slice.bases();
            for (int start = 0; start < windows; start++) {
                add(plus, codes, start, false, hits);
                if (minus.isPresent()) {
                    add(minus.get(), codes, start, true, hits);
                }
            }
        };
    }

    private static void add(WindowSums sums, byte[] codes, int start, boolean isMinus, HitBuffer hits) {
        int sum = sums.sum(codes, start);
        if (sum >= 0) {
            hits.add(start, isMinus, sum);
        }
    }
}
