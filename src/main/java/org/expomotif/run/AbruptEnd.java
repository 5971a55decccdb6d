package org.expomotif.run;

import org.jspecify.annotations.Nullable;

/**
 * The end of a process that has run out of memory. {@link System#exit} needs memory for the threads of its hooks, and
 * waits for ever for a hook that calls it again because it finds none.
 */
public final class AbruptEnd {
    private static volatile @Nullable Runnable cleaning;

    private AbruptEnd() {}

    /** Loads this class, as there is no memory for that when it is needed. Called at the start of the program. */
    public static void prepare() {
        cleaning = null;
    }

    /** Sets what is done before the end. */
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
