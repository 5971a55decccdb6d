package org.expomotif.scan.best;

/** Excludes no window: the reference for the other finders. */
public final class PlainFinder implements WindowFinder {
    @Override
    public int find(SequenceBlock block, int sequence, WindowTables tables, int[] found) {
        int start = block.start(sequence);
        int windows = block.windows(sequence, tables.width());
        int count = 0;
        for (int at = start; at < start + windows; at++) {
            if (block.isKnown(at, tables.width())) {
                found[count++] = at;
            }
        }
        return count;
    }
}
