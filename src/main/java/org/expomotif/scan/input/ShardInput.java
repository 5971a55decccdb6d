package org.expomotif.scan.input;

import java.util.Optional;

/**
 * Passes on the letters of one shard of all sequences and regions: those of the windows that start at the bases of the
 * shard, for any width. The last base of the shard is followed by the letters of its region that the widest window can
 * cover; no window of this shard starts at them.
 */
public final class ShardInput implements ScanInput {
    private final long first;
    private final long end;
    private final int overlap;
    private final SliceBuilder receiver;
    private String name = "";
    private String label = "";
    private Optional<NamedRegion> region = Optional.empty();
    private long firstBase;
    private boolean open;
    private long seen;

    /** Number of letters, at the end of those passed on, at which no window of this shard starts. */
    private int tail;

    /**
     * Creates an input that passes on one shard.
     *
     * @param maximumWidth maximum width of a window
     */
    public ShardInput(ScanShard shard, int maximumWidth, SliceBuilder receiver) {
        this.first = shard.first();
        this.end = shard.end();
        this.overlap = maximumWidth - 1;
        this.receiver = receiver;
    }

    @Override
    public void begin(String nextName, long nextFirstBase, String nextLabel, Optional<NamedRegion> nextRegion) {
        name = nextName;
        label = nextLabel;
        region = nextRegion;
        firstBase = nextFirstBase;
        open = false;
    }

    @Override
    public void add(byte[] letters, int from, int to) {
        long before = seen;
        seen += to - from;
        long last = Math.min(seen, open || before < end ? end + overlap : end);
        long start = Math.max(before, first);
        if (start < last && (open || start < end)) {
            int skipped = (int) (start - before);
            if (!open) {
                receiver.begin(name, firstBase + skipped, label, region);
                open = true;
            }
            receiver.add(letters, from + skipped, from + (int) (last - before));
            tail = (int) Math.max(tail, last - end);
        }
        firstBase += to - from;
    }

    @Override
    public void finish() {
        receiver.finish(tail);
    }
}
