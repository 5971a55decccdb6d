package org.expomotif.run;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The files that a run has said it may write. Where assertions are on, as in all tests, an {@link AtomicFile} that is
 * not one of them fails: a command cannot gain an output that was not checked against the user's files.
 */
public final class PlannedFiles {
    private static final ScopedValue<List<String>> CURRENT = ScopedValue.newInstance();

    private PlannedFiles() {}

    /** Runs work that writes no other files than these; folders and temporary files do not count. */
    public static <T> T during(List<String> files, Supplier<T> work) {
        return ScopedValue.where(CURRENT, files).call(work::get);
    }

    /** Whether a file is among those of the run that goes on; true where no run has named its files. */
    static boolean include(Path destination) {
        return !CURRENT.isBound() || CURRENT.get().stream().anyMatch(file -> isSame(file, destination));
    }

    private static boolean isSame(String planned, Path destination) {
        try {
            return FilePlace.of(Path.of(planned)).equals(FilePlace.of(destination));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
