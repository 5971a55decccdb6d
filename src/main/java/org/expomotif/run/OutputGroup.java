package org.expomotif.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Outputs that belong together: either all of them appear or none. An {@link AtomicFile} that is committed while a
 * group is being written stays under a temporary name; at the end of the group all files get their names.
 */
public final class OutputGroup {
    private static final ScopedValue<OutputGroup> CURRENT = ScopedValue.newInstance();

    private final Map<Path, AtomicFile> finished = new LinkedHashMap<>();

    private OutputGroup() {}

    /**
     * Runs {@code work}. The files that it commits appear when it returns; none appears when it throws.
     *
     * @return the result of {@code work}
     * @throws UserException when two of the outputs have the same name
     */
    public static <T> T allOrNone(Supplier<T> work) {
        OutputGroup group = new OutputGroup();
        try {
            T result = ScopedValue.where(CURRENT, group).call(work::get);
            NameChanges.complete(() -> {
                group.rename();
                return group;
            });
            return result;
        } finally {
            group.finished.values().forEach(AtomicFile::discard);
        }
    }

    /**
     * Gives all files their names. The process can be killed between two renames. Therefore an old file is removed
     * first when other files of the group are derived from it, so that a table is never left beside the index of
     * another table.
     */
    private void rename() {
        try {
            for (Path path : finished.keySet()) {
                if (finished.keySet().stream().anyMatch(other -> path.toString().startsWith(other + "."))) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finished.values().forEach(AtomicFile::rename);
    }

    /** Adds a finished file to the group being written, if there is one. */
    static boolean take(Path destination, AtomicFile file) {
        if (!CURRENT.isBound()) {
            return false;
        }
        if (CURRENT.get().finished.putIfAbsent(destination, file) != null) {
            throw new UserException("two outputs have the same name")
                    .in(destination)
                    .remedy("give every output a name of its own");
        }
        return true;
    }
}
