package org.expomotif.run;

import java.util.concurrent.Semaphore;

/**
 * Changes of names in the file system that belong together: creating a file and noting that it must be removed, or
 * giving several files their names. A signal that ends the program waits until such a change is complete, and no change
 * begins after that: a thread that wants to make one stays here until the process is gone.
 */
final class NameChanges {
    private static final Semaphore TURN = new Semaphore(1);

    private NameChanges() {}

    /** Work that may throw. */
    @FunctionalInterface
    interface Change<T, E extends Exception> {
        T make() throws E;
    }

    /** Makes a change from beginning to end; changes cannot be nested. */
    static <T, E extends Exception> T complete(Change<T, E> change) throws E {
        TURN.acquireUninterruptibly();
        try {
            return change.make();
        } finally {
            TURN.release();
        }
    }

    /**
     * Runs {@code cleaning} when the program ends, after the change that is being made and with none after it. When the
     * program is already ending, no change is made any more.
     */
    static void atTheEnd(Runnable cleaning) {
        Runnable last = () -> {
            TURN.acquireUninterruptibly();
            cleaning.run();
        };
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(last, "remove unfinished outputs"));
        } catch (IllegalStateException e) {
            last.run();
        }
    }
}
