package org.expomotif.scan.kernel;

import java.util.List;
import org.expomotif.scan.matrix.ScanMatrix;

/** A backend that scans with one matrix after another. */
public interface MatrixBackend extends ScanBackend {
    /** Makes the tables of a matrix. The result is thread-safe. */
    WindowScanner prepare(ScanMatrix matrix);

    @Override
    default SetScanner prepare(List<ScanMatrix> matrices) {
        List<WindowScanner> scanners = matrices.stream().map(this::prepare).toList();
        return (slice, windows, buffer) -> {
            int[] ends = new int[scanners.size()];
            for (int m = 0; m < ends.length; m++) {
                scanners.get(m).scan(slice, windows, buffer);
                ends[m] = buffer.size();
            }
            return buffer.take(ends);
        };
    }
}
