package org.expomotif.dna;

/**
 * Where in a genome a sequence was cut out.
 *
 * @param sequence name of the chromosome
 * @param start the first base, counted from 0
 * @param reverse whether the sequence is the reverse complement of that place, so that its first base lies last
 */
public record GenomicPlace(String sequence, long start, boolean reverse) {}
