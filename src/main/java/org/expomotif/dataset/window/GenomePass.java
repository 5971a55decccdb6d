package org.expomotif.dataset.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.sequence.SequenceListener;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Reads a genome once from start to end and passes the letters of windows to a consumer. No sequence is kept in memory.
 * Windows are completed in the order of the genome: by sequence, then by start; ties go to the first in the list.
 *
 * @param <W> the windows
 */
public final class GenomePass<W extends GenomePass.Window> implements SequenceListener {
    private static final long PROGRESS_STEP = 1 << 24;

    /** A window of a genome. */
    public interface Window {
        /** The name of its sequence. */
        String sequence();

        /** The first base, counted from 0; negative when the window begins before its sequence. */
        long start();
    }

    /**
     * Receives what is read.
     *
     * @param <W> the windows
     */
    public interface Consumer<W extends Window> {
        /** Starts a sequence. */
        default void begin(String sequence) {}

        /** Receives all letters of the current sequence. */
        default void letters(byte[] source, int from, int to) {}

        /**
         * Receives some letters of a window.
         *
         * @param offset position of the first letter within the window
         */
        void letters(W window, int offset, byte[] source, int from, int to);

        /** Ends a window, whose letters have all been received. */
        default void end(W window) {}
    }

    private final int length;
    private final Map<String, List<W>> bySequence = new HashMap<>();
    private final Map<String, Long> lengths = new LinkedHashMap<>();
    private final Consumer<W> consumer;
    private final Progress progress;
    private List<W> windows = List.of();
    private int first;
    private long position;
    private long unreported;
    private String name = "";

    private GenomePass(List<W> all, int length, Consumer<W> consumer, Progress progress) {
        this.length = length;
        this.consumer = consumer;
        this.progress = progress;
        for (W window : all) {
            bySequence
                    .computeIfAbsent(window.sequence(), sequence -> new ArrayList<>())
                    .add(window);
        }
        bySequence.values().forEach(list -> list.sort(Comparator.comparingLong(Window::start)));
    }

    /**
     * Reads a genome.
     *
     * @param task description of the pass for the progress
     * @param windows windows of equal length, in any order
     * @param length bases of a window
     * @return the length of each sequence in bases, in the order of the genome
     */
    public static <W extends Window> Map<String, Long> read(
            String genome, String task, List<W> windows, int length, Consumer<W> consumer, Progress progress) {
        GenomePass<W> pass = new GenomePass<>(windows, length, consumer, progress);
        progress.start(task, SequenceFile.expectedBases(genome), "bases");
        SequenceFile.stream(genome, RepeatedNames.REFUSED, progress, pass);
        progress.advance(pass.unreported);
        progress.finish();
        return pass.lengths;
    }

    /**
     * Reads a genome another time and passes on the letters of whole windows, on the plus strand, in the order of the
     * genome. Notes and warnings about the genome are left out, because the first pass gave them.
     *
     * @param task description of the pass for the progress
     * @param windows windows of equal length within their sequences, in any order
     * @param length bases of a window
     */
    public static <W extends Window> void cut(
            String genome,
            String task,
            List<W> windows,
            int length,
            BiConsumer<W, byte[]> consumer,
            Progress progress) {
        read(genome, task, windows, length, new Cutter<>(length, consumer), new Silent(progress));
    }

    /**
     * Requires a genome that can be read several times.
     *
     * @throws UserException when it is standard input or a pipe
     */
    public static void requireFile(String genome) {
        if (Inputs.isReadOnce(genome)) {
            throw new UserException("the genome cannot be read twice")
                    .in(Inputs.name(genome))
                    .expected("a file")
                    .remedy("write the genome to a file first");
        }
    }

    @Override
    public void begin(String sequence, String description) {
        name = sequence;
        windows = bySequence.getOrDefault(sequence, List.of());
        first = 0;
        position = 0;
        consumer.begin(sequence);
    }

    @Override
    public void letters(byte[] source, int from, int to) {
        consumer.letters(source, from, to);
        long end = position + to - from;
        for (int i = first; i < windows.size() && windows.get(i).start() < end; i++) {
            W window = windows.get(i);
            long left = Math.max(window.start(), position);
            long right = Math.min(window.start() + length, end);
            if (left < right) {
                int at = (int) (from + left - position);
                consumer.letters(window, (int) (left - window.start()), source, at, at + (int) (right - left));
            }
        }
        // Regions have equal lengths and are sorted, so those that have ended come first.
        while (first < windows.size() && windows.get(first).start() + length <= end) {
            consumer.end(windows.get(first++));
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

    /** Collects the letters of windows. */
    private static final class Cutter<W extends Window> implements Consumer<W> {
        private final int length;
        private final BiConsumer<W, byte[]> consumer;
        private final Map<W, byte[]> open = new HashMap<>();

        Cutter(int length, BiConsumer<W, byte[]> consumer) {
            this.length = length;
            this.consumer = consumer;
        }

        @Override
        public void letters(W window, int offset, byte[] source, int from, int to) {
            byte[] letters = open.computeIfAbsent(window, any -> new byte[length]);
            System.arraycopy(source, from, letters, offset, to - from);
        }

        @Override
        public void end(W window) {
            consumer.accept(window, Objects.requireNonNull(open.remove(window)));
        }
    }

    /** Shows progress, but no notes and no warnings. */
    private record Silent(Progress progress) implements Progress {
        @Override
        public void start(String task, long total, String unit) {
            progress.start(task, total, unit);
        }

        @Override
        public void advance(long amount) {
            progress.advance(amount);
        }

        @Override
        public void note(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void finish() {
            progress.finish();
        }
    }
}
