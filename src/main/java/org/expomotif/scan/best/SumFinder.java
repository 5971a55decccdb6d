package org.expomotif.scan.best;

/** A finder that computes the sums of all windows of a sequence from tables, then selects the windows near the best. */
abstract class SumFinder implements WindowFinder {
    private final PlainFinder plain = new PlainFinder();

    @Override
    public final int find(SequenceBlock block, int sequence, WindowTables tables, int[] found) {
        if (!tables.fits(block)) {
            return plain.find(block, sequence, tables, found);
        }
        int start = block.start(sequence);
        int windows = block.windows(sequence, tables.width());
        int best = sums(block, tables, start, windows);
        int limit = Math.max(best - tables.tolerance(), tables.minimum());
        return best < limit ? 0 : select(limit, start, windows, found);
    }

    /** Keeps the higher sum of the two strands of each window, and returns the highest of all. */
    abstract int sums(SequenceBlock block, WindowTables tables, int start, int windows);

    /** Writes the places of the windows whose sum is at least the limit, and returns their number. */
    abstract int select(int limit, int start, int windows, int[] found);
}
