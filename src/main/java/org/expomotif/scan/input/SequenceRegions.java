package org.expomotif.scan.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.Interval;
import org.expomotif.io.track.BedLine;
import org.expomotif.io.track.DroppedRegions;
import org.expomotif.io.track.OutsideRule;

/**
 * The regions of one sequence: start, end and line number of each, and also the names if dropped regions will be
 * listed.
 */
final class SequenceRegions {
    private final String sequence;
    private final List<String> names = new ArrayList<>();
    private final List<NamedRegion> named = new ArrayList<>();
    private int[] starts = new int[4];
    private int[] ends = new int[4];
    private int[] lines = new int[4];
    private int size;

    SequenceRegions(String sequence) {
        this.sequence = sequence;
    }

    void add(BedLine line, boolean keepName) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        starts[size] = line.start();
        ends[size] = line.end();
        lines[size++] = (int) Math.min(Integer.MAX_VALUE, line.number());
        if (keepName) {
            names.add(line.name());
        }
    }

    /** Adds a region that sites will carry the name of. */
    void add(BedLine line, boolean keepName, NamedRegion region) {
        add(line, keepName);
        named.add(region);
    }

    /** The first region that overlaps the one before it in order; empty when all regions lie apart. */
    Optional<Interval> firstOverlap() {
        List<ScannedPlace> all = apart(Integer.MAX_VALUE, OutsideRule.REFUSE);
        int end = 0;
        for (ScannedPlace place : all) {
            if (place.interval().start() < end) {
                return Optional.of(place.interval());
            }
            end = place.interval().end();
        }
        return Optional.empty();
    }

    /** What to scan, in order; see {@link #merged(long, OutsideRule)}. */
    List<ScannedPlace> places(long length, OutsideRule rule, RegionNames naming) {
        return switch (naming) {
            case NONE ->
                merged(length, rule).stream()
                        .map(all -> new ScannedPlace(all, GenomicName.of(all), Optional.empty()))
                        .toList();
            case APART -> apart(length, rule);
            case MERGED -> joined(length, rule);
        };
    }

    private List<ScannedPlace> apart(long length, OutsideRule rule) {
        List<ScannedPlace> places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int end = rule == OutsideRule.CLIP ? (int) Math.min(length, ends[i]) : ends[i];
            if (starts[i] < end && (rule != OutsideRule.SKIP || end <= length)) {
                NamedRegion region = named.get(i);
                places.add(
                        new ScannedPlace(new Interval(sequence, starts[i], end), region.name(), Optional.of(region)));
            }
        }
        places.sort(
                Comparator.comparingInt((ScannedPlace place) -> place.interval().start())
                        .thenComparingInt(place -> place.interval().end()));
        return places;
    }

    private List<ScannedPlace> joined(long length, OutsideRule rule) {
        List<ScannedPlace> members = apart(length, rule);
        List<ScannedPlace> places = new ArrayList<>();
        int next = 0;
        for (Interval all : merged(length, rule)) {
            List<NamedRegion> regions = new ArrayList<>();
            for (; next < members.size() && members.get(next).interval().start() < all.end(); next++) {
                regions.add(members.get(next).region().orElseThrow());
            }
            String name = regions.stream().map(NamedRegion::name).collect(Collectors.joining(","));
            List<Integer> summits =
                    regions.stream().flatMap(one -> one.summits().stream()).toList();
            places.add(new ScannedPlace(all, name, Optional.of(new NamedRegion(name, summits))));
        }
        return places;
    }

    /** All regions in order; those that overlap or touch are merged. */
    List<Interval> merged() {
        return merged(Integer.MAX_VALUE, OutsideRule.REFUSE);
    }

    /**
     * The regions to scan, in order; those that overlap or touch are merged.
     *
     * @param length number of bases of the sequence
     * @param rule treatment of regions that extend beyond the end of the sequence
     */
    List<Interval> merged(long length, OutsideRule rule) {
        long[] sorted = new long[size];
        int used = 0;
        for (int i = 0; i < size; i++) {
            int end = rule == OutsideRule.CLIP ? (int) Math.min(length, ends[i]) : ends[i];
            if (starts[i] < end && (rule != OutsideRule.SKIP || end <= length)) {
                sorted[used++] = (long) starts[i] << 32 | end;
            }
        }
        Arrays.sort(sorted, 0, used);
        List<Interval> merged = new ArrayList<>();
        for (int i = 0; i < used; ) {
            int start = (int) (sorted[i] >> 32);
            int end = (int) sorted[i];
            for (i++; i < used && (int) (sorted[i] >> 32) <= end; i++) {
                end = Math.max(end, (int) sorted[i]);
            }
            merged.add(new Interval(sequence, start, end));
        }
        return merged;
    }

    /** Records the regions that are not within the sequence. */
    void check(long length, OutsideRule rule, DroppedRegions dropped) {
        for (int i = 0; i < size; i++) {
            if (ends[i] > length && rule == OutsideRule.CLIP && starts[i] < length) {
                dropped.clipped();
            } else if (ends[i] > length) {
                dropped.outside(sequence, starts[i], ends[i], name(i), lines[i], "the region", length);
            }
        }
    }

    /** Records all regions as dropped because the sequence is missing. */
    void drop(DroppedRegions dropped) {
        for (int i = 0; i < size; i++) {
            dropped.unknown(sequence, starts[i], ends[i], name(i), lines[i]);
        }
    }

    private String name(int region) {
        return names.isEmpty() ? "." : names.get(region);
    }
}
