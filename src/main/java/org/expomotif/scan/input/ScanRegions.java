package org.expomotif.scan.input;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.expomotif.dna.Interval;
import org.expomotif.io.Inputs;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.DroppedRegions;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** The regions of a BED file that a scan is limited to. Regions that overlap or touch are merged. */
public final class ScanRegions {
    private final String file;
    private final OutsideRule rule;
    private final boolean listed;
    private final Map<String, SequenceRegions> bySequence = new HashMap<>();

    private ScanRegions(String file, OutsideRule rule, boolean listed) {
        this.file = file;
        this.rule = rule;
        this.listed = listed;
    }

    /**
     * Reads a BED file with at least one region. Only the first three columns are used.
     *
     * @param rule treatment of regions that extend beyond the end of their sequence
     * @param listed whether a table of the dropped regions will be written
     * @throws UserException when the file has no regions
     */
    public static ScanRegions read(String pathOrDash, OutsideRule rule, boolean listed) {
        ScanRegions regions = new ScanRegions(pathOrDash, rule, listed);
        Bed.forEachLine(
                pathOrDash,
                line -> regions.bySequence
                        .computeIfAbsent(line.sequence(), SequenceRegions::new)
                        .add(line, listed));
        if (regions.bySequence.isEmpty()) {
            throw new UserException("the file has no regions")
                    .in(Inputs.name(pathOrDash))
                    .expected("one region per line: sequence, start, end")
                    .remedy("check that the step that wrote it succeeded");
        }
        return regions;
    }

    /** Number of bases of all merged regions, regardless of the ends of their sequences. */
    long bases() {
        return bySequence.values().stream()
                .flatMap(regions -> regions.merged().stream())
                .mapToLong(Interval::length)
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

    /** The merged regions to scan of a sequence of known length, in order. */
    List<Interval> of(String sequence, long length) {
        SequenceRegions regions = bySequence.get(sequence);
        return regions == null ? List.of() : regions.merged(length, rule);
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
