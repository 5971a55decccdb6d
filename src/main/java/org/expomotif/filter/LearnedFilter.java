package org.expomotif.filter;

import org.expomotif.motif.Motif;

/**
 * The motif of a first-layer filter.
 *
 * @param motif the mean of the windows, named {@code filter0}, {@code filter1}, ..., with the number of windows as its
 *     number of sites
 * @param windows number of windows
 * @param sequences number of sequences with a window
 * @param maximum the filter's maximum activation over all sequences
 */
public record LearnedFilter(Motif motif, int windows, int sequences, double maximum) {}
