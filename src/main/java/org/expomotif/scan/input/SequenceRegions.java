package org.expomotif.scan.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
