package org.expomotif.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Converts an exception of a task on another thread for the thread that waits for it. */
public final class Thrown {
    private Thrown() {}

    /**
     * Waits for the result of a task; an exception that the task has thrown is thrown here, see
     * {@link #by(ExecutionException)}.
     */
    public static <T> T orResult(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw by(e);
        }
    }

    /**
     * The exception to throw: the task's own, or a wrapper when it is a checked exception.
     *
     * @throws Error when the task has thrown an error, such as out of memory
     */
    public static RuntimeException by(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
    }
}
