package org.expomotif.enrich;

/**
 * The settings of a comparison.
 *
 * @param holdOut share of the sequences from which the score thresholds are chosen, at least 0 and below 1; with 0 the
 *     p-values are corrected for the choice instead
 * @param trim whether controls that are longer than the positives on average are shortened
 * @param centralMinimum minimum score, in bits, of a site in the test for central enrichment
 * @param seed seed of the order of the sequences and of the q-values
 */
public record EnrichmentSettings(double holdOut, boolean trim, double centralMinimum, long seed) {}
