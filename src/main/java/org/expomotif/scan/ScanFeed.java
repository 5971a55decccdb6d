package org.expomotif.scan;

import java.util.List;
import java.util.Optional;
import org.expomotif.dna.Interval;
import org.expomotif.io.IndexedSequences;
import org.expomotif.io.SequenceListener;

/**
 * Hands sequences on to a scan as they are read: whole, at the place that their name tells, or only what lies in
 * regions.
 */
public final class ScanFeed implements SequenceListener {
    private static final int PIECE = 1 << 20;

    private final ScanInput scan;
    private final Optional<ScanRegions> limits;
    private final boolean namesTellPlaces;

    private String name = "";
    private long position;
    private List<Interval> regions = List.of();
    private int region;

    /**
     * A feed of {@code scan}.
     *
     * @param limits the regions, none for whole sequences
     * @param namesTellPlaces whether names such as {@code chr7:1001-1020} say where a sequence lies
     */
    public ScanFeed(ScanInput scan, Optional<ScanRegions> limits, boolean namesTellPlaces) {
        this.scan = scan;
        this.limits = limits;
        this.namesTellPlaces = namesTellPlaces;
    }

    @Override
    public void begin(String newName, String description) {
        name = newName;
        position = 0;
        region = 0;
        if (limits.isPresent()) {
            regions = limits.get().of(name);
            return;
        }
        Optional<Interval> place = namesTellPlaces ? GenomicName.place(name) : Optional.empty();
        long firstBase = place.map(whole -> whole.start() + 1L).orElse(1L);
        scan.begin(place.map(Interval::sequence).orElse(name), firstBase, name);
    }

    @Override
    public void letters(byte[] source, int from, int to) {
        long end = position + (to - from);
        if (limits.isEmpty()) {
            scan.add(source, from, to);
            position = end;
            return;
        }
        while (region < regions.size() && regions.get(region).start() < end) {
            Interval wanted = regions.get(region);
            if (wanted.start() >= position) {
                scan.begin(name, wanted.start() + 1L, GenomicName.of(wanted));
            }
            int first = (int) (from + Math.max(0, wanted.start() - position));
            int last = (int) (from + Math.min(end, wanted.end()) - position);
            scan.add(source, first, last);
            if (wanted.end() > end) {
                break;
            }
            region++;
        }
        position = end;
    }

    @Override
    public void end() {
        limits.ifPresent(read -> read.requireWithin(name, position));
        scan.length(name, position);
    }

    /**
     * Reads only the regions, in the order of the file's sequences.
     *
     * @throws IllegalStateException when there are no regions
     */
    void read(IndexedSequences sequences) {
        ScanRegions wanted = limits.orElseThrow(() -> new IllegalStateException("no regions"));
        for (String sequence : sequences.names()) {
            List<Interval> inside = wanted.of(sequence);
            wanted.requireWithin(sequence, sequences.length(sequence));
            for (Interval place : inside) {
                scan.begin(sequence, place.start() + 1L, GenomicName.of(place));
                for (long from = place.start(); from < place.end(); from += PIECE) {
                    byte[] letters = sequences.letters(sequence, from, Math.min(place.end(), from + PIECE));
                    scan.add(letters, 0, letters.length);
                }
            }
            scan.length(sequence, sequences.length(sequence));
        }
    }
}
