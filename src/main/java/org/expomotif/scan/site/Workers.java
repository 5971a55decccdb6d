package org.expomotif.scan.site;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.expomotif.run.Thrown;

/** A pool with a fixed number of threads. */
public final class Workers implements Executor, AutoCloseable {
    private final ExecutorService threads;
    private final int count;

    public Workers(int count) {
        this.count = count;
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("scan-", 1).factory());
    }

    /** Number of threads. */
    public int count() {
        return count;
    }

    /** Submits a task, which starts when a thread is free. */
    public <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    /** Runs a task when a thread is free. */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Waits for the result of a task; rethrows the exception of the task unchanged. */
    public static <T> T result(Future<T> task) {
        return Thrown.orResult(task);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
