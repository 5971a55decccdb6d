package org.expomotif.compare;

import java.util.function.IntPredicate;

/** Hands out queries in their order, each with its random draws, to whichever thread asks. */
final class QueryQueue {
    private final int size;
    private final int values;
    private final IntPredicate wanted;
    private final MersenneTwister random = new MersenneTwister();
    private int next;

    /**
     * Makes a queue.
     *
     * @param size how many queries there are
     * @param values how many p-values each will have, from which it draws
     * @param wanted which queries are handed out, by their place
     */
    QueryQueue(int size, int values, IntPredicate wanted) {
        this.size = size;
        this.values = values;
        this.wanted = wanted;
    }

    /**
     * Takes the next query. The generator runs on from query to query, so whoever takes one draws for it.
     *
     * @param draws takes the draws of the query's estimate, {@link NullProportion#DRAWS} indices of p-values
     * @return its place; below 0 when none is left
     */
    synchronized int take(int[] draws) {
        boolean drawn = NullProportion.draws(values);
        while (next < size && !wanted.test(next)) {
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
