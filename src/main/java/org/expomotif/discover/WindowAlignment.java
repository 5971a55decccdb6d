package org.expomotif.discover;

/**
 * How a window lies on another one.
 *
 * @param similarity from 0 for nothing in common to 1 for equal windows
 * @param offset the position in the first window of the first base of the second, after it was turned
 * @param reverse whether the second window was turned to the other strand
 */
record WindowAlignment(double similarity, int offset, boolean reverse) {}
