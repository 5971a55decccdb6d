package org.expomotif.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that a thread of its own works out while others go on; whoever asks for it waits until it is there.
 *
 * @param <T> what it is
 */
public final class BackgroundResult<T> implements Supplier<T> {
    private final FutureTask<T> task;

    private BackgroundResult(Supplier<T> work) {
        task = new FutureTask<>(work::get);
    }

    /** Begins the work. */
    public static <T> BackgroundResult<T> of(Supplier<T> work) {
        BackgroundResult<T> made = new BackgroundResult<>(work);
        Thread.ofPlatform().daemon().name("meanwhile").start(made.task);
        return made;
    }

    /** The result; what the work threw is thrown here. */
    @Override
    public T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw Thrown.by(e);
        }
    }
}
