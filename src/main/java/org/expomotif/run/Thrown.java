package org.expomotif.run;

import java.util.concurrent.ExecutionException;

/** Converts an exception of a task on another thread for the thread that waits for it. */
public final class Thrown {
    private Thrown() {}

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
