package org.expomotif.scan;

/**
 * Lets through the letters of one share of all stretches: the windows that start at the share's bases, whatever their
 * width. Behind the last of them come as many letters of its stretch as the widest window may reach over; they begin no
 * window of this share ({@link #tail()}).
 */
final class ShardInput implements ScanInput {
    private final long first;
    private final long end;
    private final int overlap;
    private final ScanInput receiver;
    private String name = "";
    private String label = "";
    private long firstBase;
    private boolean open;
    private long seen;
    private int tail;

    /**
     * Lets through the windows that start at the bases of a share.
     *
     * @param greatestWidth of a window
     */
    ShardInput(ScanShare share, int greatestWidth, ScanInput receiver) {
        this.first = share.first();
        this.end = share.end();
        this.overlap = greatestWidth - 1;
        this.receiver = receiver;
    }

    @Override
    public void begin(String nextName, long nextFirstBase, String nextLabel) {
        name = nextName;
        label = nextLabel;
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
                receiver.begin(name, firstBase + skipped, label);
                open = true;
            }
            receiver.add(letters, from + skipped, from + (int) (last - before));
            tail = (int) Math.max(tail, last - end);
        }
        firstBase += to - from;
    }

    /** How many letters at the end of all that was let through begin no window of this share. */
    int tail() {
        return tail;
    }
}
