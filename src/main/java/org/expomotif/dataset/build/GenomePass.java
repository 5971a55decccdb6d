package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.sequence.SequenceListener;
import org.expomotif.run.Progress;

/**
 * Reads a genome once from start to end and passes the letters of regions to a consumer. No sequence is kept in memory.
 * Regions are completed in the order of the genome: by sequence, then by start; ties go to the first in the list.
 */
final class GenomePass implements SequenceListener {
    private static final long PROGRESS_STEP = 1 << 24;

    /** Receives what is read. */
    interface Consumer {
        /** Starts a sequence. */
        default void begin(String sequence) {}

        /** Receives all letters of the current sequence. */
        default void letters(byte[] source, int from, int to) {}

        /**
         * Receives some letters of a region.
         *
         * @param offset position of the first letter within the region
         */
        void letters(Region region, int offset, byte[] source, int from, int to);

        /** Ends a region, whose letters have all been received. */
        default void end(Region region) {}
    }

    private final int length;
    private final Map<String, List<Region>> bySequence = new HashMap<>();
    private final Map<String, Long> lengths = new LinkedHashMap<>();
    private final Consumer consumer;
    private final Progress progress;
    private List<Region> regions = List.of();
    private int first;
    private long position;
    private long unreported;
    private String name = "";

    private GenomePass(List<Region> all, int length, Consumer consumer, Progress progress) {
        this.length = length;
        this.consumer = consumer;
        this.progress = progress;
        for (Region region : all) {
            bySequence
                    .computeIfAbsent(region.sequence(), sequence -> new ArrayList<>())
                    .add(region);
        }
        bySequence.values().forEach(list -> list.sort(Comparator.comparingLong(Region::start)));
    }

    /**
     * Reads a genome.
     *
     * @param task description of the pass for the progress
     * @param regions regions of equal length, in any order
     * @param length bases of a region
     * @return the length of each sequence in bases, in the order of the genome
     */
    static Map<String, Long> read(
            String genome, String task, List<Region> regions, int length, Consumer consumer, Progress progress) {
        GenomePass pass = new GenomePass(regions, length, consumer, progress);
        progress.start(task, SequenceFile.expectedBases(genome), "bases");
        SequenceFile.stream(genome, RepeatedNames.REFUSED, progress, pass);
        progress.advance(pass.unreported);
        progress.finish();
        return pass.lengths;
    }

    @Override
    public void begin(String sequence, String description) {
        name = sequence;
        regions = bySequence.getOrDefault(sequence, List.of());
        first = 0;
        position = 0;
        consumer.begin(sequence);
    }

    @Override
    public void letters(byte[] source, int from, int to) {
        consumer.letters(source, from, to);
        long end = position + to - from;
        for (int i = first; i < regions.size() && regions.get(i).start() < end; i++) {
            Region region = regions.get(i);
            long left = Math.max(region.start(), position);
            long right = Math.min(region.start() + length, end);
            if (left < right) {
                int at = (int) (from + left - position);
                consumer.letters(region, (int) (left - region.start()), source, at, at + (int) (right - left));
            }
        }
        // Regions have equal lengths and are sorted, so those that have ended come first.
        while (first < regions.size() && regions.get(first).start() + length <= end) {
            consumer.end(regions.get(first++));
        }
        position = end;
        unreported += to - from;
        if (unreported >= PROGRESS_STEP) {
            progress.advance(unreported);
            unreported = 0;
        }
    }

    @Override
    public void end() {
        lengths.put(name, position);
    }
}
