package org.expomotif.scan;

/**
 * A way to look at every window. All backends find the same hits in the same order; they differ in speed and in the
 * processors they need.
 */
interface ScanBackend {
    /** Prepares the tables for one matrix; the result is used by many threads at once. */
    WindowScanner prepare(ScanMatrix matrix);
}
