package org.expomotif.scan.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a scan receives: {@code label=name:firstBase:letters} per sequence or region, and the lengths. */
final class ScanRecorder implements ScanInput {
    private final List<String> received = new ArrayList<>();
    private final List<String> lengths = new ArrayList<>();
    private final List<Optional<NamedRegion>> regions = new ArrayList<>();

    @Override
    public void begin(String name, long firstBase, String label, Optional<NamedRegion> region) {
        received.add(label + "=" + name + ":" + firstBase + ":");
        regions.add(region);
    }

    @Override
    public void add(byte[] letters, int from, int to) {
        received.add(received.removeLast() + new String(letters, from, to - from, StandardCharsets.US_ASCII));
    }

    @Override
    public void length(String name, long bases) {
        lengths.add(name + ":" + bases);
    }

    @Override
    public void finish() {}

    List<String> received() {
        return received;
    }

    List<String> lengths() {
        return lengths;
    }

    /** The summits of each region. */
    List<List<Integer>> summits() {
        return regions.stream()
                .flatMap(Optional::stream)
                .map(NamedRegion::summits)
                .toList();
    }
}
