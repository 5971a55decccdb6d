package org.expomotif.scan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/** Slices and their hits, as many as memory is meant to hold; written out as lines matrix by matrix. */
final class HitVolume {
    /** Takes the first {@code length} bytes of {@code lines}, whole lines of one matrix. */
    @FunctionalInterface
    interface LineSink {
        void accept(int matrix, byte[] lines, int length) throws IOException;
    }

    /** How much is held when nothing else is said: a hundred million bases and twenty million hits. */
    static final long BYTES = 288L << 20;

    private static final int BYTES_OF_A_HIT = 8;
    private static final int HITS_OF_A_TASK = 1 << 14;

    private record Part(Slice slice, SliceHits hits) {}

    /** Hits of slices {@code from .. to - 1}. */
    private record Task(int matrix, int from, int to) {}

    private record Text(int matrix, LineBuffer lines) {}

    private final List<HitLines> lines;
    private final Workers workers;
    private final List<Part> parts = new ArrayList<>();
    private final Deque<LineBuffer> spare = new ArrayDeque<>();
    private final long limit;
    private long bytes;

    /**
     * A volume without slices.
     *
     * @param lines one a matrix
     * @param limit bytes after which it {@link #isFull()}
     */
    HitVolume(List<HitLines> lines, Workers workers, long limit) {
        this.lines = lines;
        this.workers = workers;
        this.limit = limit;
    }

    void add(Slice slice, SliceHits hits) {
        parts.add(new Part(slice, hits));
        bytes += slice.letters().length + (long) BYTES_OF_A_HIT * hits.size() + (long) Integer.BYTES * lines.size();
    }

    /** Whether it is time to {@link #drain}. */
    boolean isFull() {
        return bytes > limit;
    }

    /** Hands over all lines, matrices in order, and forgets them. Made by all workers, handed over by this thread. */
    void drain(LineSink sink) throws IOException {
        Deque<Future<Text>> running = new ArrayDeque<>();
        int ahead = workers.count() + 2;
        for (int matrix = 0; matrix < lines.size(); matrix++) {
            int from = 0;
            int hits = 0;
            for (int part = 0; part < parts.size(); part++) {
                SliceHits found = parts.get(part).hits();
                hits += found.to(matrix) - found.from(matrix);
                if (hits > 0 && (hits >= HITS_OF_A_TASK || part == parts.size() - 1)) {
                    Task task = new Task(matrix, from, part + 1);
                    LineBuffer buffer = spare.isEmpty() ? new LineBuffer(100 * HITS_OF_A_TASK) : spare.remove();
                    running.add(workers.start(() -> write(task, buffer)));
                    from = part + 1;
                    hits = 0;
                }
                if (running.size() >= ahead) {
                    take(running, sink);
                }
            }
        }
        while (!running.isEmpty()) {
            take(running, sink);
        }
        parts.clear();
        bytes = 0;
    }

    private void take(Deque<Future<Text>> running, LineSink sink) throws IOException {
        Text text = Workers.result(running.remove());
        sink.accept(text.matrix(), text.lines().bytes(), text.lines().length());
        spare.add(text.lines());
    }

    private Text write(Task task, LineBuffer buffer) {
        buffer.clear();
        for (int p = task.from(); p < task.to(); p++) {
            Part part = parts.get(p);
            lines.get(task.matrix()).write(part.hits(), part.slice(), buffer);
        }
        return new Text(task.matrix(), buffer);
    }
}
