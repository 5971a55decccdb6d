package org.expomotif.io.track;

/**
 * A line of BED with six columns.
 *
 * @param sequence name of the sequence (chromosome)
 * @param start first base, counted from 0
 * @param end position after the last base
 * @param name name of the site, such as the id of its motif; {@code .} when the file has no fourth column
 * @param score column 5; 0 when the file has none
 * @param strand {@code +}, {@code -}, or {@code .} when unknown
 */
public record BedSite(String sequence, int start, int end, String name, double score, char strand) {}
