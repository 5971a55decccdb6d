package org.expomotif.scan.kernel;

import java.util.Optional;
import org.expomotif.scan.matrix.ScanMatrix;

/** The reference backend: integer sums, window by window; see {@link WindowSums}. */
public final class PlainBackend implements MatrixBackend {
    @Override
    public WindowScanner prepare(ScanMatrix matrix) {
        WindowSums plus = new WindowSums(matrix.plus());
        Optional<WindowSums> minus = matrix.minus().map(WindowSums::new);
        return (slice, windows, hits) -> {
            byte[] codes = slice.bases();
            for (int start = 0; start < windows; start++) {
                plus.add(codes, start, false, hits);
                if (minus.isPresent()) {
                    minus.get().add(codes, start, true, hits);
                }
            }
        };
    }
}
