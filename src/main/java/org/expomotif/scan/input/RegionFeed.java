package org.expomotif.scan.input;

import java.util.List;
import org.expomotif.dna.Interval;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.io.sequence.LetterSpool;
import org.expomotif.io.sequence.SequenceListener;
import org.expomotif.io.track.OutsideRule;

/**
 * Passes the regions of sequences on to a scan as the sequences are read. Where regions that extend beyond the end of a
 * sequence are skipped or clipped, a region is held until its end or the end of the sequence is read.
 */
final class RegionFeed implements SequenceListener, AutoCloseable {
    private static final int PIECE = 1 << 20;

    private final ScanInput scan;
    private final ScanRegions limits;
    private final ScanRegions.Check check;
    private final boolean holds;
    private final LetterSpool held = new LetterSpool();
    private String name = "";
    private long position;
    private List<Interval> regions = List.of();
    private List<ScannedPlace> places = List.of();
    private int nextPlace;
    private int next;
    private boolean inside;
    private boolean usable = true;

    RegionFeed(ScanInput scan, ScanRegions limits) {
        this.scan = scan;
        this.limits = limits;
        this.check = limits.check();
        this.holds = limits.rule() != OutsideRule.REFUSE || limits.naming() == RegionNames.APART;
    }

    @Override
    public void begin(String newName, String description) {
        name = newName;
        position = 0;
        next = 0;
        nextPlace = 0;
        inside = false;
        // After an invalid region, the other sequences are read only for their lengths.
        regions = usable ? limits.of(newName) : List.of();
        places = usable ? limits.places(newName, Integer.MAX_VALUE, OutsideRule.REFUSE) : List.of();
    }

    @Override
    public void letters(byte[] source, int from, int to) {
        long end = position + (to - from);
        while (next < regions.size() && regions.get(next).start() < end) {
            Interval wanted = regions.get(next);
            if (!inside) {
                inside = true;
                enter();
            }
            int first = (int) (from + Math.max(0, wanted.start() - position));
            int last = (int) (from + Math.min(end, wanted.end()) - position);
            if (holds) {
                held.add(source, first, last);
            } else {
                scan.add(source, first, last);
            }
            if (wanted.end() > end) {
                break;
            }
            if (holds) {
                passHeld(wanted);
            }
            inside = false;
            next++;
        }
        position = end;
    }

    private void enter() {
        if (holds) {
            held.clear();
        } else {
            places.get(next).begin(scan);
        }
    }

    /** Passes on all places within an interval that is held. */
    private void passHeld(Interval interval) {
        for (; nextPlace < places.size() && places.get(nextPlace).interval().start() < interval.end(); nextPlace++) {
            pass(places.get(nextPlace), interval.start());
        }
    }

    /** Passes on a region from the held letters, the first of which is base {@code heldFrom}. */
    private void pass(ScannedPlace place, int heldFrom) {
        Interval region = place.interval();
        place.begin(scan);
        held.forward(region.start() - heldFrom, region.end() - heldFrom, scan::add);
    }

    @Override
    public void end() {
        if (inside && holds) {
            int heldFrom = regions.get(next).start();
            limits.places(name, position, limits.rule()).stream()
                    .filter(place -> place.interval().start() >= heldFrom)
                    .filter(place -> place.interval().end() <= position)
                    .forEach(place -> pass(place, heldFrom));
        }
        usable = check.add(name, position);
        scan.length(name, position);
    }

    /** Reads only the regions, in the order of the sequences of the file. */
    void read(IndexedSequences sequences) {
        for (String sequence : sequences.names()) {
            check.add(sequence, sequences.length(sequence));
        }
        check.finish();
        for (String sequence : sequences.names()) {
            for (ScannedPlace wanted : limits.places(sequence, sequences.length(sequence), limits.rule())) {
                Interval place = wanted.interval();
                wanted.begin(scan);
                for (long from = place.start(); from < place.end(); from += PIECE) {
                    byte[] letters = sequences.letters(sequence, from, Math.min(place.end(), from + PIECE));
                    scan.add(letters, 0, letters.length);
                }
            }
            scan.length(sequence, sequences.length(sequence));
        }
    }

    /** The comparison of the regions with the sequences. */
    ScanRegions.Check check() {
        return check;
    }

    @Override
    public void close() {
        held.close();
    }
}
