package org.expomotif.scan.input;

import java.util.Optional;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.GenomicPlace;
import org.expomotif.io.sequence.LetterSpool;
import org.expomotif.io.sequence.SequenceListener;
import org.expomotif.io.sequence.UnplacedSequences;

/**
 * Passes sequences on to a scan with the genomic coordinates of their headers. The length of a sequence determines how
 * its coordinates are read, so a sequence with coordinates is held until its end. Sequences of the minus strand are
 * passed on as their reverse complement, so that the scan always sees the plus strand of the genome. Other sequences
 * are passed on as they are read.
 */
public final class PlacedFeed implements SequenceListener, AutoCloseable {
    private final ScanInput scan;
    private final UnplacedSequences unplaced = new UnplacedSequences();
    private final LetterSpool held = new LetterSpool();
    private Optional<GenomicName> waiting = Optional.empty();
    private String name = "";
    private long length;

    public PlacedFeed(ScanInput scan) {
        this.scan = scan;
    }

    @Override
    public void begin(String newName, String description) {
        name = newName;
        length = 0;
        unplaced.count();
        waiting = GenomicName.parse(newName, description);
        if (waiting.isEmpty()) {
            unplaced.withoutCoordinates(newName);
            scan.begin(newName, 1, newName);
        } else {
            held.clear();
        }
    }

    @Override
    public void letters(byte[] source, int from, int to) {
        length += to - from;
        if (waiting.isPresent() && length > waiting.get().maximumLength()) {
            passUnplaced();
        }
        if (waiting.isPresent()) {
            held.add(source, from, to);
        } else {
            scan.add(source, from, to);
        }
    }

    @Override
    public void end() {
        Optional<GenomicPlace> found = waiting.flatMap(header -> header.place(length));
        if (found.isPresent()) {
            GenomicPlace place = found.get();
            scan.begin(place.sequence(), place.start() + 1, name);
            if (place.reverse()) {
                held.reverseComplement(scan::add);
            } else {
                held.forward(0, length, scan::add);
            }
        } else if (waiting.isPresent()) {
            passUnplaced();
        }
        waiting = Optional.empty();
    }

    /** Passes the sequence on under its own name, because its coordinates do not agree with its length. */
    private void passUnplaced() {
        waiting = Optional.empty();
        unplaced.withOtherLength(name);
        scan.begin(name, 1, name);
        held.forward(0, held.length(), scan::add);
    }

    /** The sequences that were passed on under their own names. */
    UnplacedSequences unplaced() {
        return unplaced;
    }

    @Override
    public void close() {
        held.close();
    }
}
