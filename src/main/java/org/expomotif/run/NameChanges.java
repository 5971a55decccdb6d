package org.expomotif.run;

import java.util.concurrent.Semaphore;

/**
 * Changes of file names that belong together, such as creating a file and recording that it must be removed, or giving
 * several files their names. When a signal ends the program, a change in progress is completed first and no other
 * change starts: a thread that attempts one blocks until the process ends.
 */
final class NameChanges {
    private static final Semaphore TURN = new Semaphore(1);

    private NameChanges() {}

    /** A change that may throw. */
    @FunctionalInterface
    interface Change<T, E extends Exception> {
        T make() throws E;
    }

    /** Makes a change without interruption by the end of the program; changes cannot be nested. */
    static <T, E extends Exception> T complete(Change<T, E> change) throws E {
        TURN.acquireUninterruptibly();
        try {
            return change.make();
        } finally {
            TURN.release();
        }
    }

    /**
     * Runs {@code cleaning} when the program ends, after the change in progress. Later changes block. When the program
     * is already ending, {@code cleaning} runs at once.
     */
    static void atTheEnd(Runnable cleaning) {
        Runnable last = () -> {
            try {
                TURN.acquireUninterruptibly();
                cleaning.run();
            } catch (OutOfMemoryError e) {
                return; // The next run removes what is left.
            }
        };
        AbruptEnd.clean(last);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(last, "remove unfinished outputs"));
        } catch (IllegalStateException e) {
            last.run();
        }
    }
}
