package org.expomotif.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.expomotif.run.Progress;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.site.Workers;

/** Scans slices with all workers and finishes them one by one in the order in which they were added. */
final class SliceQueue {
    private record Running(int windows, Future<List<Runnable>> rest) {}

    private final SliceScanner scanner;
    private final Workers workers;
    private final Progress progress;
    private final Deque<Running> running = new ArrayDeque<>();

    SliceQueue(SliceScanner scanner, Workers workers, Progress progress) {
        this.scanner = scanner;
        this.workers = workers;
        this.progress = progress;
    }

    /** Adds a slice. Waits for the oldest one when there are enough slices to keep all workers busy. */
    void add(Slice slice) {
        running.add(new Running(slice.windows(), workers.start(() -> scanner.scan(slice))));
        if (running.size() >= 2 * workers.count() + 2) {
            takeOldest();
        }
    }

    private void takeOldest() {
        Running oldest = running.remove();
        Workers.result(oldest.rest).forEach(Runnable::run);
        progress.advance(oldest.windows);
    }

    /** Waits for all slices. */
    void finish() {
        while (!running.isEmpty()) {
            takeOldest();
        }
    }
}
