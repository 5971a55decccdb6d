package org.expomotif.scan.input;

import java.util.Optional;

/** Counts the bases of a scan, so that they can be divided into shards. */
final class BaseCount implements ScanInput {
    private long bases;

    @Override
    public void begin(String name, long firstBase, String label, Optional<NamedRegion> region) {}

    @Override
    public void add(byte[] letters, int from, int to) {
        bases += to - from;
    }

    @Override
    public void finish() {}

    /** The number of bases added so far. */
    long bases() {
        return bases;
    }
}
