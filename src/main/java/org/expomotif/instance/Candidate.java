package org.expomotif.instance;

/**
 * A window that may be an instance.
 *
 * @param motif the number of the motif, from 0
 * @param start the first base
 * @param width number of bases
 * @param minus whether the motif is on the minus strand
 * @param positive the sign of the sum of its base scores
 * @param sum sum of the matrix cells
 * @param score the score (see {@link MotifFinder})
 */
record Candidate(int motif, int start, int width, boolean minus, boolean positive, int sum, double score) {}
