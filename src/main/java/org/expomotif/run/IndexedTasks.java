package org.expomotif.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** Runs a task for every index from 0 on several threads. */
public final class IndexedTasks {
    private IndexedTasks() {}

    /**
     * Runs the tasks; each thread takes the next index as soon as it is free.
     *
     * @param count number of indices
     * @param threads maximum number of threads
     * @param state makes what one thread works with, such as buffers
     * @param task what is done for an index, with the state of its thread
     */
    public static <S> void run(int count, int threads, Supplier<S> state, ObjIntConsumer<S> task) {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            S own = state.get();
            for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                task.accept(own, index);
            }
            return true;
        };
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            workers.add(worker);
        }
        if (workers.isEmpty()) {
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(workers.size())) {
            for (Future<Boolean> done : pool.invokeAll(workers)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw Thrown.by(e);
        }
    }
}
