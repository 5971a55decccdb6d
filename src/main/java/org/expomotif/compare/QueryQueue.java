package org.expomotif.compare;

import java.util.function.IntPredicate;
import org.expomotif.stats.MersenneTwister;
import org.expomotif.stats.NullProportion;

/** Hands out queries in order, each with its random draws. Thread-safe. */
final class QueryQueue {
    private final int size;
    private final int values;
    private final IntPredicate selected;
    private final MersenneTwister random = new MersenneTwister();
    private int next;

    /**
     * Creates a queue.
     *
     * @param size number of queries
     * @param values number of p-values of each query, from which it draws
     * @param selected whether the query with an index is handed out
     */
    QueryQueue(int size, int values, IntPredicate selected) {
        this.size = size;
        this.values = values;
        this.selected = selected;
    }

    /**
     * Takes the next query and makes its draws. One generator serves all queries in order.
     *
     * @param draws receives the draws of the query's estimate, {@link NullProportion#DRAWS} indices of p-values
     * @return the index of the query; negative when none is left
     */
    synchronized int take(int[] draws) {
        boolean drawn = NullProportion.usesDraws(values);
        while (next < size && !selected.test(next)) {
            next++;
            random.skip(drawn ? NullProportion.WORDS : 0);
        }
        if (next == size) {
            return -1;
        }
        if (drawn) {
            random.nextIndices(values, draws);
        }
        return next++;
    }
}
