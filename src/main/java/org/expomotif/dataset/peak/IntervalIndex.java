package org.expomotif.dataset.peak;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Intervals on sequences, each with a tag, for questions of overlap. An interval may begin before its sequence and end
 * after it. Intervals are added first; the index is made at the first question.
 */
public final class IntervalIndex {
    private final Map<String, Track> tracks = new HashMap<>();

    /** Creates an index without intervals. */
    public IntervalIndex() {}

    /**
     * Adds an interval.
     *
     * @param start first base, counted from 0
     * @param end position after the last base
     * @param tag a number that {@link #overlap} returns
     */
    public void add(String sequence, long start, long end, long tag) {
        tracks.computeIfAbsent(sequence, name -> new Track()).add(start, end, tag);
    }

    /** Names of the sequences with intervals. */
    public Set<String> sequences() {
        return Set.copyOf(tracks.keySet());
    }

    /** Receives an interval. */
    @FunctionalInterface
    public interface Consumer {
        /** Receives one interval: its sequence, its first base and the position after its last base. */
        void accept(String sequence, long start, long end);
    }

    /** Passes all intervals to a consumer, in no particular order. */
    public void forEach(Consumer consumer) {
        tracks.forEach((sequence, track) -> {
            for (int i = 0; i < track.size; i++) {
                consumer.accept(sequence, track.starts[i], track.ends[i]);
            }
        });
    }

    /**
     * The tag of an interval that shares at least one base with a range; of several, that of the interval that begins
     * last, ties going to the one that was added last.
     */
    public OptionalLong overlap(String sequence, long start, long end) {
        Track track = tracks.get(sequence);
        return track == null ? OptionalLong.empty() : track.overlap(start, end);
    }

    /** Whether an interval contains a base. */
    public boolean covers(String sequence, long base) {
        return overlap(sequence, base, base + 1).isPresent();
    }

    /**
     * The union of the intervals on a sequence.
     *
     * @return starts and ends of disjoint intervals in ascending order: index {@code 2 * i} and {@code 2 * i + 1}
     */
    public long[] union(String sequence) {
        Track track = tracks.get(sequence);
        return track == null ? new long[0] : track.union();
    }

    private static final class Track {
        private long[] starts = new long[4];
        private long[] ends = new long[4];
        private long[] tags = new long[4];
        private int size;
        /** Highest end of the intervals up to each one, once sorted; empty before. */
        private long[] reach = {};

        void add(long start, long end, long tag) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
                tags = Arrays.copyOf(tags, 2 * size);
            }
            starts[size] = start;
            ends[size] = end;
            tags[size++] = tag;
            reach = new long[0];
        }

        private void sort() {
            if (reach.length > 0) {
                return;
            }
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Long.compare(starts[a], starts[b]));
            starts = permuted(starts, order);
            ends = permuted(ends, order);
            tags = permuted(tags, order);
            reach = ends.clone();
            for (int i = 1; i < size; i++) {
                reach[i] = Math.max(reach[i - 1], reach[i]);
            }
        }

        private static long[] permuted(long[] values, Integer[] order) {
            long[] permuted = new long[order.length];
            Arrays.setAll(permuted, i -> values[order[i]]);
            return permuted;
        }

        OptionalLong overlap(long start, long end) {
            sort();
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (starts[middle] < end) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int i = low - 1; i >= 0 && reach[i] > start; i--) {
                if (ends[i] > start) {
                    return OptionalLong.of(tags[i]);
                }
            }
            return OptionalLong.empty();
        }

        long[] union() {
            sort();
            long[] union = new long[2 * size];
            int n = 0;
            for (int i = 0; i < size; i++) {
                if (n > 0 && starts[i] <= union[n - 1]) {
                    union[n - 1] = Math.max(union[n - 1], ends[i]);
                } else {
                    union[n++] = starts[i];
                    union[n++] = ends[i];
                }
            }
            return Arrays.copyOf(union, n);
        }
    }
}
