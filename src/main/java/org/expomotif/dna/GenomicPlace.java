package org.expomotif.dna;

/**
 * The place in a genome that a sequence was cut from.
 *
 * @param sequence name of the chromosome
 * @param start the first base, counted from 0
 * @param reverse whether the sequence is the reverse complement of the genome at this place
 */
public record GenomicPlace(String sequence, long start, boolean reverse) {}
