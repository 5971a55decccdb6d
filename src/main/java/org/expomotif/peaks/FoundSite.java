package org.expomotif.peaks;

/**
 * A site of an enriched known motif.
 *
 * @param motif name of the motif
 * @param start first base, from 0
 * @param end base after the last one
 * @param strand {@code +} or {@code -}
 */
record FoundSite(String motif, int start, int end, char strand) {}
