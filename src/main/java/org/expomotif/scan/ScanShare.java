package org.expomotif.scan;

/**
 * One share of a scan: the windows that start at these bases, counted over all stretches that are scanned.
 *
 * @param first the first base, from 0
 * @param end the base after the last
 */
public record ScanShare(long first, long end) {}
