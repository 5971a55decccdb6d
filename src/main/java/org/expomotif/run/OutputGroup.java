package org.expomotif.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Outputs that belong together: all of them appear, or none. Every {@link AtomicFile} committed while a group is being
 * written is finished beside its name, and only at the end of the group do all get their names.
 */
public final class OutputGroup {
    private static final ScopedValue<OutputGroup> CURRENT = ScopedValue.newInstance();

    private final Map<Path, AtomicFile> finished = new LinkedHashMap<>();

    private OutputGroup() {}

    /**
     * Runs {@code work}; what it commits appears when it returns, and nothing when it throws.
     *
     * @return what {@code work} returns
     * @throws UserException when two of the outputs have the same name
     */
    public static <T> T allOrNone(Supplier<T> work) {
        OutputGroup group = new OutputGroup();
        try {
            T result = ScopedValue.where(CURRENT, group).call(work::get);
            group.finished.values().forEach(AtomicFile::rename);
            return result;
        } finally {
            group.finished.values().forEach(AtomicFile::discard);
        }
    }

    /** Takes a finished file into the group being written, if there is one. */
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
