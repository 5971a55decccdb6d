package org.expomotif.scan.best;

/** Finds the windows of a sequence that can have its best score, or a minimum score. */
public interface WindowFinder {
    /**
     * Finds windows of one sequence: every window without an unknown base whose better strand has the best score of the
     * sequence, if that is at least the minimum of the tables (with {@link WindowTables#all}, every window that reaches
     * the minimum), and possibly others. Windows are in ascending order.
     *
     * @param sequence index in the block
     * @param found receives the index, in the block's codes, of the first base of each window; as long as the windows
     *     of the sequence
     * @return the number of windows
     */
    int find(SequenceBlock block, int sequence, WindowTables tables, int[] found);
}
