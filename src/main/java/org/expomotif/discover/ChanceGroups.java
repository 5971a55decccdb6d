package org.expomotif.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sizes of groups that form by chance: those of windows whose bases were permuted. Beyond the sizes that occur, the
 * number of groups is taken to fall geometrically with the size, as it does among the largest of those that occur.
 */
final class ChanceGroups {
    /** The largest groups of each repeat on average, from which the tail is estimated. */
    private static final int TAIL = 3;

    private final List<Integer> sizes;
    private final int repeats;
    private final int least;
    private final double decay;

    /**
     * Sizes of chance groups.
     *
     * @param repeats the sizes of the groups of each repeat; at least one repeat with a group
     */
    ChanceGroups(List<List<Integer>> repeats) {
        this.repeats = repeats.size();
        this.sizes = new ArrayList<>(repeats.stream().flatMap(List::stream).toList());
        sizes.sort(Comparator.reverseOrder());
        List<Integer> tail = sizes.subList(0, Math.min(sizes.size(), TAIL * this.repeats));
        this.least = tail.getLast();
        double excess = 1;
        for (int size : tail) {
            excess += size - least;
        }
        this.decay = excess / (excess + tail.size());
    }

    /** The number of groups with at least this size that are expected in one set of permuted windows. */
    double expected(int size) {
        long found = sizes.stream().filter(each -> each >= size).count();
        double counted = (double) found / repeats;
        return size <= least ? counted : Math.max(counted, TAIL * Math.pow(decay, size - least));
    }
}
