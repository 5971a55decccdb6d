package org.expomotif.scan;

/** Counts the bases that a scan is about, to be shared out. */
final class BaseCount implements ScanInput {
    private long bases;

    @Override
    public void begin(String name, long firstBase, String label) {}

    @Override
    public void add(byte[] letters, int from, int to) {
        bases += to - from;
    }

    /** The bases so far. */
    long bases() {
        return bases;
    }
}
