package org.expomotif.scan.best;

/** Looks up three bases at a time, without vectors. */
public final class TableFinder extends SumFinder {
    private int[] sums = new int[0];

    @Override
    int select(int limit, int start, int windows, int[] found) {
        int count = 0;
        for (int i = 0; i < windows; i++) {
            if (sums[i] >= limit) {
                found[count++] = start + i;
            }
        }
        return count;
    }

    @Override
    int sums(SequenceBlock block, WindowTables tables, int start, int windows) {
        if (sums.length < windows) {
            sums = new int[windows];
        }
        short[] plus = tables.plus();
        short[] minus = tables.minus();
        short[] triples = block.triples();
        short[] plusOffsets = block.plusOffsets();
        short[] minusOffsets = block.minusOffsets();
        int groups = tables.groups();
        int best = Integer.MIN_VALUE;
        for (int i = 0; i < windows; i++) {
            int onPlus = plusOffsets[start + i];
            int onMinus = minusOffsets[start + i];
            for (int group = 0; group < groups; group++) {
                int code = triples[start + i + 3 * group] + 64 * group;
                onPlus += plus[code];
                onMinus += minus[code];
            }
            int sum = Math.max(onPlus, onMinus);
            sums[i] = sum;
            best = Math.max(best, sum);
        }
        return best;
    }
}
