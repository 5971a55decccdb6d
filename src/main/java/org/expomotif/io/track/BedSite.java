package org.expomotif.io.track;

/**
 * A line of BED with six columns.
 *
 * @param sequence name of the sequence (chromosome)
 * @param start first base, counted from 0
 * @param end the base after the last
 * @param name what the site is, the motif's id; {@code .} when the file has no fourth column
 * @param score column 5; 0 when the file has none
 * @param strand {@code +}, {@code -}, or {@code .} when unknown
 */
public record BedSite(String sequence, int start, int end, String name, double score, char strand) {}
