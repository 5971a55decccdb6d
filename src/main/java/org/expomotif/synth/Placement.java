package org.expomotif.synth;

/**
 * A planted motif.
 *
 * @param motif index of the motif
 * @param reverse whether its reverse complement was planted
 * @param start first base, counted from 0
 */
record Placement(int motif, boolean reverse, int start) {}
