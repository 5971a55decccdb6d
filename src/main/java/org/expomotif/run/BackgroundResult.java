package org.expomotif.run;

import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A value computed on a background thread; {@link #get()} waits for it.
 *
 * @param <T> type of the value
 */
public final class BackgroundResult<T> implements Supplier<T> {
    private final FutureTask<T> task;

    private BackgroundResult(Supplier<T> work) {
        task = new FutureTask<>(work::get);
    }

    /** Starts a computation. */
    public static <T> BackgroundResult<T> of(Supplier<T> work) {
        BackgroundResult<T> made = new BackgroundResult<>(work);
        Thread.ofPlatform().daemon().name("meanwhile").start(made.task);
        return made;
    }

    /** The value, after waiting for it; an exception thrown by the computation is thrown here. */
    @Override
    public T get() {
        return Thrown.orResult(task);
    }
}
