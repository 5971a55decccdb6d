package org.expomotif.scan.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.expomotif.scan.kernel.SliceHits;

/** A batch of slices and their hits, limited in memory, which is written as lines matrix by matrix. */
public final class HitBatch {
    /** Receives whole lines of one matrix: the first {@code length} bytes of {@code lines}. */
    @FunctionalInterface
    public interface LineSink {
        void accept(int matrix, byte[] lines, int length);
    }

    /** Default size in bytes: a hundred million bases and twenty million hits. */
    public static final long BYTES = 288L << 20;

    private static final int BYTES_PER_HIT = 8;
    private static final int HITS_PER_TASK = 1 << 14;

    /** Hits of slices {@code from .. to - 1}. */
    private record Task(int matrix, int from, int to) {}

    private record Text(int matrix, LineBuffer lines) {}

    private final List<HitLines> lines;
    private final Workers workers;
    private final List<ScannedSlice> parts = new ArrayList<>();
    private final Deque<LineBuffer> spare = new ArrayDeque<>();
    private final long limit;
    private long bytes;

    /**
     * Creates an empty batch.
     *
     * @param lines one per matrix
     * @param limit number of bytes above which it {@link #isFull()}
     */
    public HitBatch(List<HitLines> lines, Workers workers, long limit) {
        this.lines = lines;
        this.workers = workers;
        this.limit = limit;
    }

    public void add(ScannedSlice scanned) {
        parts.add(scanned);
        bytes += scanned.slice().letters().length
                + (long) BYTES_PER_HIT * scanned.hits().size()
                + (long) Integer.BYTES * lines.size();
    }

    /** Whether the batch exceeds its limit, so that it should be drained. */
    public boolean isFull() {
        return bytes > limit;
    }

    /**
     * Formats all lines with all workers, passes them on in the order of the matrices from this thread, and clears the
     * batch.
     */
    public void drain(LineSink sink) {
        Deque<Future<Text>> running = new ArrayDeque<>();
        int ahead = workers.count() + 2;
        for (int matrix = 0; matrix < lines.size(); matrix++) {
            int from = 0;
            int hits = 0;
            for (int part = 0; part < parts.size(); part++) {
                SliceHits found = parts.get(part).hits();
                hits += found.to(matrix) - found.from(matrix);
                if (hits > 0 && (hits >= HITS_PER_TASK || part == parts.size() - 1)) {
                    Task task = new Task(matrix, from, part + 1);
                    LineBuffer buffer = spare.isEmpty() ? new LineBuffer(100 * HITS_PER_TASK) : spare.remove();
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

    private void take(Deque<Future<Text>> running, LineSink sink) {
        Text text = Workers.result(running.remove());
        sink.accept(text.matrix(), text.lines().bytes(), text.lines().length());
        spare.add(text.lines());
    }

    private Text write(Task task, LineBuffer buffer) {
        buffer.clear();
        for (int p = task.from(); p < task.to(); p++) {
            lines.get(task.matrix()).write(parts.get(p), buffer);
        }
        return new Text(task.matrix(), buffer);
    }
}
