package org.expomotif.scan.input;

import java.util.Optional;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.sequence.SequenceListener;
import org.expomotif.io.sequence.UnplacedSequences;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.track.DroppedRegions;
import org.expomotif.run.Warnings;

/**
 * The sequences to scan, whole or limited to regions.
 *
 * @param sequences path of the file, or {@code -} for standard input
 * @param regions regions that the scan is limited to, if any
 * @param genomicNames whether headers such as {@code chr7:1001-1020} are read as positions of sequences in a genome
 */
public record ScanSource(String sequences, Optional<ScanRegions> regions, boolean genomicNames) {
    /** The regions and headers that did not agree with the sequences. */
    public static final class Findings {
        private final String sequences;
        private final Optional<ScanRegions.Check> check;
        private final Optional<UnplacedSequences> unplaced;

        private Findings(String sequences, Optional<ScanRegions.Check> check, Optional<UnplacedSequences> unplaced) {
            this.sequences = sequences;
            this.check = check;
            this.unplaced = unplaced;
        }

        /** Warns about all findings. */
        public void warn(Warnings warnings) {
            check.ifPresent(compared -> compared.warn(sequences, warnings));
            unplaced.flatMap(UnplacedSequences::warning)
                    .ifPresent(text -> warnings.warn(Inputs.name(sequences) + ": " + text));
        }

        /** The regions that were dropped. */
        public Optional<DroppedRegions> dropped() {
            return check.map(ScanRegions.Check::dropped);
        }
    }

    /**
     * Reads the sequences and passes on what is to be scanned, in order. If the file is indexed and regions are given,
     * only the bases of the regions are read.
     *
     * @param input receives the sequences or regions
     * @param repeatedNames treatment of two sequences with the same name; with regions they are always rejected
     * @param warnings receives warnings about the files
     * @throws org.expomotif.run.UserException when sequences cannot be read, or regions do not agree with them
     */
    public Findings feed(ScanInput input, RepeatedNames repeatedNames, Warnings warnings) {
        if (regions.isPresent()) {
            return feedRegions(input, regions.get(), warnings);
        }
        if (genomicNames) {
            try (PlacedFeed feed = new PlacedFeed(input)) {
                SequenceFile.stream(sequences, repeatedNames, warnings, feed);
                return new Findings(sequences, Optional.empty(), Optional.of(feed.unplaced()));
            }
        }
        SequenceFile.stream(sequences, repeatedNames, warnings, new Whole(input));
        return new Findings(sequences, Optional.empty(), Optional.empty());
    }

    private Findings feedRegions(ScanInput input, ScanRegions limits, Warnings warnings) {
        try (RegionFeed feed = new RegionFeed(input, limits)) {
            Optional<IndexedSequences> indexed = IndexedSequences.open(sequences, warnings);
            if (indexed.isEmpty()) {
                SequenceFile.stream(sequences, RepeatedNames.REFUSED, warnings, feed);
                feed.check().finish();
            } else {
                try (IndexedSequences parts = indexed.get()) {
                    feed.read(parts);
                }
            }
            return new Findings(sequences, Optional.of(feed.check()), Optional.empty());
        }
    }

    /**
     * The expected number of bases, for a progress bar: exact for regions, estimated for a plain FASTA file from its
     * size and first lines, 0 when unknown.
     */
    public long expectedBases() {
        return regions.map(ScanRegions::bases).orElseGet(() -> SequenceFile.expectedBases(sequences));
    }

    /** Whether only parts of the file are read, so that a checksum of it would take longer than the scan. */
    public boolean readsParts() {
        return regions.isPresent() && IndexedSequences.isPossible(sequences);
    }

    /** Reads the sequences, counts the bases to scan, and returns the bases of one shard. */
    public ScanShard shard(Shard shard) {
        BaseCount count = new BaseCount();
        feed(count, RepeatedNames.IGNORED, Warnings.NONE);
        return new ScanShard(shard.from(count.bases()), shard.to(count.bases()));
    }

    /** Passes whole sequences on under their own names. */
    private static final class Whole implements SequenceListener {
        private final ScanInput scan;
        private String name = "";
        private long length;

        Whole(ScanInput scan) {
            this.scan = scan;
        }

        @Override
        public void begin(String newName, String description) {
            name = newName;
            length = 0;
            scan.begin(newName, 1, newName);
        }

        @Override
        public void letters(byte[] source, int from, int to) {
            length += to - from;
            scan.add(source, from, to);
        }

        @Override
        public void end() {
            scan.length(name, length);
        }
    }
}
