package org.expomotif.run;

import java.util.concurrent.ExecutionException;

/** What a task on another thread has thrown, for the thread that waits for it. */
public final class Thrown {
    private Thrown() {}

    /**
     * The exception to throw: the task's own, or one that holds it when it is a checked one.
     *
     * @throws Error the task's own, out of memory among them
     */
    public static RuntimeException by(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
    }
}
