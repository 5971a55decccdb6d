package org.expomotif.scan.input;

/**
 * One shard of a scan: the windows that start at a range of bases, counted over all scanned sequences and regions.
 *
 * @param first first base, counted from 0
 * @param end base after the last
 */
public record ScanShard(long first, long end) {}
