package org.expomotif.compare;

import java.util.function.IntPredicate;

/** Hands out queries in their order, each with the random generator at its word, to whichever thread asks. */
final class QueryQueue {
    /**
     * A query to compare.
     *
     * @param query its place; below 0 when none is left
     * @param random the generator at the query's first word
     */
    record Task(int query, MersenneTwister random) {}

    private final int size;
    private final IntPredicate wanted;
    private final MersenneTwister random = new MersenneTwister();
    private int next;

    QueryQueue(int size, IntPredicate wanted) {
        this.size = size;
        this.wanted = wanted;
    }

    synchronized Task take() {
        while (next < size && !wanted.test(next)) {
            next++;
            random.skip(NullProportion.WORDS);
        }
        if (next == size) {
            return new Task(-1, random);
        }
        Task task = new Task(next++, random.copy());
        random.skip(NullProportion.WORDS);
        return task;
    }
}
