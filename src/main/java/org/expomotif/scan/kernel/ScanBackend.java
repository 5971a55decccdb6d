package org.expomotif.scan.kernel;

import java.util.List;
import org.expomotif.scan.matrix.ScanMatrix;

/** A way to find hits; all backends find the same hits. */
public interface ScanBackend {
    /** Makes the tables for a scan with matrices, in the order of the output. The result is thread-safe. */
    SetScanner prepare(List<ScanMatrix> matrices);
}
