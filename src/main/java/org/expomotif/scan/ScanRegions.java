package org.expomotif.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.expomotif.dna.Interval;
import org.expomotif.io.Bed;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;

/** The regions of a BED file that a scan is limited to; those that overlap or touch are one. */
public final class ScanRegions {
    private final String file;
    private final Map<String, List<Interval>> bySequence;
    private final Set<String> met = new HashSet<>();

    private ScanRegions(String file, Map<String, List<Interval>> bySequence) {
        this.file = file;
        this.bySequence = bySequence;
    }

    /** Reads a BED file; at least one region is needed. */
    public static ScanRegions read(String pathOrDash) {
        Map<String, List<Interval>> all = new HashMap<>();
        Bed.forEach(
                pathOrDash,
                site -> all.computeIfAbsent(site.sequence(), name -> new ArrayList<>())
                        .add(new Interval(site.sequence(), site.start(), site.end())));
        if (all.isEmpty()) {
            throw new UserException("the file holds no region").in(pathOrDash).expected("BED lines");
        }
        all.replaceAll((name, regions) -> merged(regions));
        return new ScanRegions(pathOrDash, all);
    }

    /** Regions in order, each apart from the next. */
    static List<Interval> merged(List<Interval> regions) {
        List<Interval> merged = new ArrayList<>();
        for (Interval region : regions.stream()
                .sorted(Comparator.comparingInt(Interval::start))
                .toList()) {
            if (!merged.isEmpty() && region.start() <= merged.getLast().end()) {
                Interval last = merged.removeLast();
                merged.add(new Interval(last.sequence(), last.start(), Math.max(last.end(), region.end())));
            } else {
                merged.add(region);
            }
        }
        return merged;
    }

    /** Bases of all regions. */
    long bases() {
        return bySequence.values().stream()
                .flatMap(List::stream)
                .mapToLong(Interval::length)
                .sum();
    }

    /** The regions of a sequence, in order and apart; none when the file does not name it. */
    public List<Interval> of(String sequence) {
        met.add(sequence);
        return bySequence.getOrDefault(sequence, List.of());
    }

    /**
     * Sees to it that no region ends after its sequence.
     *
     * @param length bases of the sequence
     */
    public void requireWithin(String sequence, long length) {
        List<Interval> regions = bySequence.getOrDefault(sequence, List.of());
        if (!regions.isEmpty() && regions.getLast().end() > length) {
            throw new UserException("a region ends after its sequence")
                    .in(file)
                    .atRecord("sequence " + sequence)
                    .expected("an end of at most " + length)
                    .found(String.valueOf(regions.getLast().end()))
                    .remedy("take the regions and the sequences from one assembly");
        }
    }

    /**
     * Names of the file's sequences that were never asked for, sorted.
     *
     * @throws UserException when that is all of them
     */
    public List<String> notMet() {
        if (bySequence.keySet().stream().noneMatch(met::contains)) {
            throw new UserException("no region lies in any of the sequences")
                    .in(Inputs.name(file))
                    .expected(met.isEmpty() ? "names of the sequences" : "names such as " + Collections.min(met))
                    .found("names such as " + Collections.min(bySequence.keySet()))
                    .remedy("take the regions and the sequences from one assembly");
        }
        return bySequence.keySet().stream()
                .filter(name -> !met.contains(name))
                .sorted()
                .toList();
    }
}
