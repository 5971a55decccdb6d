package org.expomotif.scan;

import java.util.List;
import java.util.Optional;
import org.expomotif.io.IndexedSequences;
import org.expomotif.io.RepeatedNames;
import org.expomotif.io.SequenceFile;
import org.expomotif.run.Warnings;

/**
 * What is scanned: sequences, whole or in regions.
 *
 * @param sequences the file, or {@code -}
 * @param regions limits of the scan, when there are any
 * @param genomicNames whether names such as {@code chr7:1001-1020} say where a sequence lies
 */
public record ScanSource(String sequences, Optional<ScanRegions> regions, boolean genomicNames) {
    /**
     * Reads the sequences, of regions only their bases where that can be, and hands over what is to be scanned, in
     * order.
     *
     * @param repeatedNames what happens when two sequences have the same name; with regions that is refused
     * @param warnings is told what is unusual about the files
     */
    public void feed(ScanInput input, RepeatedNames repeatedNames, Warnings warnings) {
        ScanFeed feed = new ScanFeed(input, regions, genomicNames);
        Optional<IndexedSequences> indexed =
                regions.isPresent() ? IndexedSequences.open(sequences, warnings) : Optional.empty();
        if (indexed.isEmpty()) {
            RepeatedNames whole = regions.isPresent() ? RepeatedNames.REFUSED : repeatedNames;
            SequenceFile.stream(sequences, whole, warnings, feed);
            return;
        }
        try (IndexedSequences parts = indexed.get()) {
            feed.read(parts);
        }
    }

    /**
     * About how many bases there will be, for a progress bar: of regions exactly, of a plain FASTA file by its size and
     * its first lines; 0 when it cannot be told.
     */
    public long expectedBases() {
        return regions.map(ScanRegions::bases).orElseGet(() -> SequenceFile.expectedBases(sequences));
    }

    /** Whether only parts of the file are read, so that to sum it up would take longer than the scan. */
    public boolean readsParts() {
        return regions.isPresent() && IndexedSequences.isPossible(sequences);
    }

    /** Reads the sequences and counts the bases to be scanned, both strands as one. */
    public long bases() {
        BaseCount count = new BaseCount();
        feed(count, RepeatedNames.IGNORED, Warnings.NONE);
        return count.bases();
    }

    /** Names that the regions have and the sequences do not; to be asked when all are read. */
    public List<String> notMet() {
        return regions.map(ScanRegions::notMet).orElse(List.of());
    }
}
