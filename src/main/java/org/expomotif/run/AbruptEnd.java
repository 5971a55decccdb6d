package org.expomotif.run;

import org.jspecify.annotations.Nullable;

/**
 * Ends a process that has run out of memory. {@link System#exit} is not used, because it needs memory for the threads
 * of the shutdown hooks. A hook that fails for lack of memory would call it again, and both calls would wait forever.
 */
public final class AbruptEnd {
    private static volatile @Nullable Runnable cleaning;

    private AbruptEnd() {}

    /** Loads this class, because there may be no memory to load it later. Called at the start of the program. */
    public static void prepare() {
        cleaning = null;
    }

    /** Sets the action that runs before the end. */
    static void clean(Runnable action) {
        cleaning = action;
    }

    /** Removes unfinished outputs as far as possible and ends the process without its hooks. Does not return. */
    public static void with(int code) {
        try {
            Runnable action = cleaning;
            if (action != null) {
                action.run();
            }
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }
}
