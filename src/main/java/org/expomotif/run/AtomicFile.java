package org.expomotif.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An output file that appears complete or not at all. The bytes are written to a file in the same folder, which
 * {@link #commit()} renames to the output. Closing without a commit removes what was written; so does a signal that
 * ends the program.
 *
 * <p>Several files that belong together go into an {@link OutputGroup}.
 *
 * <p>A symbolic link is followed: the link stays, and the file that it names is created or replaced. A device, a named
 * pipe or an open descriptor ({@code /dev/null}, a FIFO, {@code /dev/fd/3}) is written directly; when a descriptor
 * leads to a regular file, the bytes are appended. A replaced file keeps its permissions; a file that the user may not
 * write is not replaced. Write failures are thrown as {@link UserException} naming the file.
 */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final @Nullable PartialFile partial;
    private final Path destination;
    private final OutputStream stream;
    private boolean finished;

    private AtomicFile(Path target, @Nullable PartialFile partial, Path destination, OutputStream raw) {
        this.target = target;
        this.partial = partial;
        this.destination = destination;
        this.stream = new BufferedOutputStream(new Named(raw, target), 1 << 16);
    }

    /** Opens the file of this name for writing; see {@link #open(Path)}. */
    public static AtomicFile open(String target) {
        if (target.isEmpty()) {
            throw new UserException("the name of an output is empty").remedy("name a file");
        }
        try {
            return open(Path.of(target));
        } catch (InvalidPathException e) {
            throw new UserException("the name of the output is not a path in this locale", e)
                    .in(target)
                    .remedy("set LC_ALL to a UTF-8 locale such as C.UTF-8");
        }
    }

    /**
     * Opens {@code target} for writing.
     *
     * @throws UserException when its folder is missing, or it or its folder cannot be written
     */
    public static AtomicFile open(Path target) {
        if (Files.isDirectory(target)) {
            throw new UserException("the output is a folder").in(target).remedy("give the name of a file");
        }
        try {
            OutputPath path = OutputPath.of(target);
            assert path.inPlace() || PlannedFiles.include(path.destination()) : target + " is not a planned output";
            if (path.inPlace()) {
                return inPlace(target, path.destination());
            }
            if (Files.exists(path.destination()) && !Files.isWritable(path.destination())) {
                throw new AccessDeniedException(path.destination().toString());
            }
            PartialFile partial = PartialFile.beside(path.destination());
            return new AtomicFile(target, partial, path.destination(), partial.stream());
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static AtomicFile inPlace(Path target, Path destination) throws IOException {
        OutputStream raw = Files.isRegularFile(destination)
                ? Files.newOutputStream(destination, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
                : Files.newOutputStream(destination, StandardOpenOption.WRITE);
        return new AtomicFile(target, null, destination, raw);
    }

    /**
     * Removes what killed runs left of outputs, as {@link #open} does for its output: for a run that uses outputs again
     * that are complete. Links are not followed.
     *
     * @param folder folder of the outputs, which need not exist
     * @param names their names, relative to it
     */
    public static void removeLeftovers(Path folder, Collection<String> names) {
        Map<Path, Set<String>> prefixes = new LinkedHashMap<>();
        for (String name : names) {
            Path output = folder.resolve(name);
            prefixes.computeIfAbsent(output.resolveSibling(""), key -> new HashSet<>())
                    .add(PartialFile.prefix(output));
        }
        prefixes.forEach((parent, own) -> {
            try {
                PartialFile.removeLeftovers(parent, own);
            } catch (IOException e) {
                // A folder that does not exist has none, and one that cannot be read keeps them.
            }
        });
    }

    /** The stream that the contents are written to. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Flushes and closes the file and gives it its name; within an {@link OutputGroup}, the name is given at the end of
     * the group.
     */
    public void commit() {
        if (finished) {
            throw new IllegalStateException("already committed or closed: " + target);
        }
        try {
            stream.close();
            if (partial != null && !OutputGroup.take(destination, this)) {
                NameChanges.complete(() -> {
                    rename();
                    return destination;
                });
            }
            finished = true;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /**
     * The file that holds the committed bytes: the output itself, or, until the end of an {@link OutputGroup}, a file
     * in the same folder.
     */
    public Path written() {
        return partial == null ? destination : partial.path();
    }

    /** Gives the finished file its name; called within {@link NameChanges#complete}. */
    void rename() {
        try {
            if (partial != null) {
                partial.rename();
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Removes the finished file if it does not have its name yet. */
    void discard() {
        if (partial != null) {
            partial.discard();
        }
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        finished = true;
        try (stream) {
            stream.flush();
        } catch (IOException | UserException e) {
            // A failed write does not matter: the file is about to be removed.
        } finally {
            discard();
        }
    }

    private static UserException unwritable(Path target, IOException e) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            return new UserException("the folder of the output does not exist", e)
                    .in(target)
                    .remedy("create " + folder);
        }
        return new UserException("the output cannot be written (" + reason(e) + ")", e)
                .in(target)
                .remedy("choose a folder that you may write to and that has room");
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Passes bytes on to a stream; errors name the output. */
    static final class Named extends OutputStream {
        private final OutputStream out;
        private final Path target;

        Named(OutputStream out, Path target) {
            this.out = out;
            this.target = target;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw unwritable(target, e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw unwritable(target, e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw unwritable(target, e);
            }
        }
    }
}
