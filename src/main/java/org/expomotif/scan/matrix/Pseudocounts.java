package org.expomotif.scan.matrix;

import java.util.Map;

/**
 * The pseudocounts of motifs.
 *
 * @param usual pseudocount of motifs that have no own one
 * @param own pseudocounts of single motifs, by identifier
 */
public record Pseudocounts(double usual, Map<String, Double> own) {}
