package org.expomotif.discover;

import java.util.List;

/**
 * Windows that make up a motif.
 *
 * @param members their indices in ascending order
 * @param decoys number of windows of the null that are as similar to the members as they are to each other
 * @param cut the similarity that groups needed to be joined
 * @param eValue the larger of two expected numbers of groups: so large by chance similarity, and so much more frequent
 *     than in the null
 */
record SeqletGroup(List<Integer> members, int decoys, double cut, double eValue) {}
