package org.expomotif.run;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The files that a run has declared as its outputs. When assertions are enabled, as in all tests, opening an
 * {@link AtomicFile} that is not among them fails. This ensures that every output of a command is checked against the
 * user's files.
 */
public final class PlannedFiles {
    private static final ScopedValue<List<String>> CURRENT = ScopedValue.newInstance();

    private PlannedFiles() {}

    /** Runs work that writes only these files; folders and temporary files do not count. */
    public static <T> T during(List<String> files, Supplier<T> work) {
        return ScopedValue.where(CURRENT, files).call(work::get);
    }

    /** Whether a file is among the declared outputs of the current run; true when no outputs are declared. */
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
