package org.expomotif.scan.kernel;

import org.expomotif.scan.matrix.ScanMatrix;

/**
 * An implementation of the scan of all windows. All backends find the same hits in the same order; they differ in speed
 * and in the processors they need.
 */
public interface ScanBackend {
    /** Prepares the tables for one matrix; the result is thread-safe. */
    WindowScanner prepare(ScanMatrix matrix);
}
