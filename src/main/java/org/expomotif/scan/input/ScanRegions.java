package org.expomotif.scan.input;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.Interval;
import org.expomotif.io.Inputs;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedLine;
import org.expomotif.io.track.DroppedRegions;
import org.expomotif.io.track.NarrowPeak;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** The regions of a BED file that a scan is limited to. Regions that overlap or touch are merged. */
public final class ScanRegions {
    private final String file;
    private final OutsideRule rule;
    private final boolean listed;
    private final RegionNames naming;
    private final Set<String> names = new HashSet<>();
    private boolean narrowPeak;
    private final Map<String, SequenceRegions> bySequence = new HashMap<>();

    private ScanRegions(String file, OutsideRule rule, boolean listed, RegionNames naming) {
        this.file = file;
        this.rule = rule;
        this.listed = listed;
        this.naming = naming;
    }

    /**
     * Reads a BED file with at least one region. Only the first three columns are used.
     *
     * @param rule treatment of regions that extend beyond the end of their sequence
     * @param listed whether a table of the dropped regions will be written
     * @throws UserException when the file has no regions
     */
    public static ScanRegions read(String pathOrDash, OutsideRule rule, boolean listed) {
        return read(pathOrDash, rule, listed, RegionNames.NONE);
    }

    /**
     * Reads a BED file; see {@link #read(String, OutsideRule, boolean)}.
     *
     * @param naming whether sites carry the name of their region, column 4, and the distance from its summit, column 10
     *     of narrowPeak
     */
    public static ScanRegions read(String pathOrDash, OutsideRule rule, boolean listed, RegionNames naming) {
        ScanRegions regions = new ScanRegions(pathOrDash, rule, listed, naming);
        Bed.forEachLine(pathOrDash, regions::add);
        if (regions.bySequence.isEmpty()) {
            throw new UserException("the file has no regions")
                    .in(Inputs.name(pathOrDash))
                    .expected("one region per line: sequence, start, end")
                    .remedy("check that the step that wrote it succeeded");
        }
        return regions;
    }

    private void add(BedLine line) {
        boolean isFirst = bySequence.isEmpty();
        SequenceRegions regions = bySequence.computeIfAbsent(line.sequence(), SequenceRegions::new);
        if (naming == RegionNames.NONE) {
            regions.add(line, listed);
            return;
        }
        narrowPeak = isFirst ? NarrowPeak.matches(line) : narrowPeak;
        OptionalInt summit = narrowPeak ? NarrowPeak.summit(line) : OptionalInt.empty();
        int middle = (int) (((long) line.start() + line.end()) / 2);
        regions.add(line, listed, new NamedRegion(uniqueName(line), List.of(summit.orElse(middle))));
    }

    /** Column 4, or the position of a region without it; a repeated name gets the first free number from 2 on. */
    private String uniqueName(BedLine line) {
        String column = line.name().strip();
        String name =
                column.equals(".") ? GenomicName.of(new Interval(line.sequence(), line.start(), line.end())) : column;
        String unique = name;
        for (int number = 2; !names.add(unique); number++) {
            unique = name + "-" + number;
        }
        return unique;
    }

    /** Whether sites carry the name of their region. */
    RegionNames naming() {
        return naming;
    }

    /**
     * Requires that no two regions that are scanned on their own overlap.
     *
     * @param output the output that needs this
     * @throws UserException when two regions overlap
     */
    public void requireNoOverlap(String output) {
        if (naming == RegionNames.APART) {
            bySequence.values().stream()
                    .flatMap(regions -> regions.firstOverlap().stream())
                    .min(Comparator.comparing(GenomicName::of))
                    .ifPresent(region -> {
                        throw new UserException("regions overlap, so " + output + " cannot be written")
                                .in(Inputs.name(file))
                                .found(GenomicName.of(region))
                                .remedy("join them with --merge-regions");
                    });
        }
    }

    /** What to scan of a sequence, in order; empty when the file does not name it. */
    List<ScannedPlace> places(String sequence, long length, OutsideRule treatment) {
        SequenceRegions regions = bySequence.get(sequence);
        return regions == null ? List.of() : regions.places(length, treatment, naming);
    }

    /** Number of bases to scan, regardless of the ends of their sequences. */
    long bases() {
        return bySequence.values().stream()
                .flatMap(regions -> regions.places(Integer.MAX_VALUE, OutsideRule.REFUSE, naming).stream())
                .mapToLong(place -> place.interval().length())
                .sum();
    }

    /** The treatment of regions that extend beyond the end of their sequence. */
    OutsideRule rule() {
        return rule;
    }

    /** The merged regions of a sequence, in order, regardless of its end; empty when the file does not name it. */
    List<Interval> of(String sequence) {
        SequenceRegions regions = bySequence.get(sequence);
        return regions == null ? List.of() : regions.merged();
    }

    /** Begins a comparison of the regions with the sequences. */
    Check check() {
        return new Check();
    }

    /** A comparison of the regions with the sequences that are read. */
    public final class Check {
        private final DroppedRegions dropped = new DroppedRegions(file, listed);
        private final Set<String> sequences = new HashSet<>();

        private Check() {}

        /** Adds a sequence; returns false when the run must end because a region is not within its sequence. */
        boolean add(String sequence, long length) {
            sequences.add(sequence);
            SequenceRegions regions = bySequence.get(sequence);
            if (regions != null) {
                regions.check(length, rule, dropped);
            }
            return rule != OutsideRule.REFUSE || !dropped.hasOutside();
        }

        /**
         * Ends the comparison after the last sequence.
         *
         * @throws UserException when a region that must be within its sequence is not, or none of the sequences has a
         *     region
         */
        void finish() {
            bySequence.forEach((sequence, regions) -> {
                if (!sequences.contains(sequence)) {
                    regions.drop(dropped);
                }
            });
            if (bySequence.keySet().stream().noneMatch(sequences::contains)) {
                throw dropped.nothingLeft(sequences);
            }
            if (rule == OutsideRule.REFUSE && dropped.hasOutside()) {
                throw dropped.refusal(rule);
            }
        }

        /** Warns about regions that were dropped or clipped. */
        public void warn(String sequencesFile, Warnings warnings) {
            dropped.warn(sequencesFile, sequences, warnings);
        }

        /** The regions that were dropped. */
        public DroppedRegions dropped() {
            return dropped;
        }
    }
}
