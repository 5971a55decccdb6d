package org.expomotif.filter;

import org.expomotif.motif.Motif;

/**
 * What a first-layer filter was found to look for.
 *
 * @param motif the windows' mean, named {@code filter0}, {@code filter1}, ... with the number of windows as sites
 * @param windows number of windows
 * @param sequences number of sequences that hold a window
 * @param maximum the filter's greatest activation over all sequences
 */
public record LearnedFilter(Motif motif, int windows, int sequences, double maximum) {}
