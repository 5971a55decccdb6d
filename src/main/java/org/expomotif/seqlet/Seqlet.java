package org.expomotif.seqlet;

import org.expomotif.stats.DecoyScores;

/**
 * A span with its significance.
 *
 * @param sequence the number of its sequence among the maps, from 0
 * @param span the bases and their sum
 * @param p the share of null maps with a span of this sign at least as far out (see {@link DecoyScores#p})
 * @param q the smallest false discovery rate at which the span is accepted among those of its sign
 */
public record Seqlet(int sequence, Span span, double p, double q) {}
