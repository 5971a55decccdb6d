package org.expomotif.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An output file that appears whole or not at all: bytes go to a file beside it, renamed by {@link #commit()}. Closing
 * without a commit removes what was written, and so does the end of the program by a signal.
 *
 * <p>Several files that belong together go into an {@link OutputGroup}.
 *
 * <p>A device or a named pipe ({@code /dev/null}, a FIFO) is written as it stands; a symbolic link is followed, so that
 * the link stays and the file it names is replaced. Failures of writing arrive as {@link UserException} naming the
 * file.
 */
public final class AtomicFile implements AutoCloseable {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final Set<Path> UNFINISHED = unfinished();

    private final Path target;
    private final @Nullable Path partial;
    private final Path destination;
    private final OutputStream stream;
    private boolean finished;

    private AtomicFile(Path target, @Nullable Path partial, Path destination, OutputStream raw) {
        this.target = target;
        this.partial = partial;
        this.destination = destination;
        this.stream = new BufferedOutputStream(new Named(raw, target), 1 << 16);
    }

    /** Opens the file of that name for writing, as {@link #open(Path)}. */
    public static AtomicFile open(String target) {
        if (target.isEmpty()) {
            throw new UserException("the name of an output is empty").remedy("name a file");
        }
        try {
            return open(Path.of(target));
        } catch (InvalidPathException e) {
            throw new UserException("the name of the output is no path", e)
                    .in(target)
                    .remedy("set LC_ALL to a UTF-8 locale such as C.UTF-8");
        }
    }

    /**
     * Opens {@code target} for writing.
     *
     * @throws UserException when its folder is missing or cannot be written
     */
    public static AtomicFile open(Path target) {
        Path destination = target.toAbsolutePath();
        if (Files.isDirectory(destination)) {
            throw new UserException("the output is a folder").in(target).remedy("give the name of a file");
        }
        try {
            if (Files.exists(destination)) {
                if (!Files.isRegularFile(destination) || destination.startsWith("/dev")) {
                    return new AtomicFile(
                            target, null, destination, Files.newOutputStream(destination, StandardOpenOption.WRITE));
                }
                destination = destination.toRealPath();
            }
            return open(target, destination);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static AtomicFile open(Path target, Path destination) throws IOException {
        Path partial = destination.resolveSibling("." + destination.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + ".partial");
        OutputStream raw = Files.newOutputStream(
                partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        UNFINISHED.add(partial);
        return new AtomicFile(target, partial, destination, raw);
    }

    /** Where the bytes go. */
    public OutputStream stream() {
        return stream;
    }

    /** Flushes, closes and gives the file its name; within an {@link OutputGroup} it gets the name at its end. */
    public void commit() {
        if (finished) {
            throw new IllegalStateException("already committed or closed: " + target);
        }
        try {
            stream.close();
            if (partial == null || !OutputGroup.take(destination, this)) {
                rename();
            }
            finished = true;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Gives the finished file its name. */
    void rename() {
        if (partial == null) {
            return;
        }
        try {
            Files.move(partial, destination, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            UNFINISHED.remove(partial);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Removes the finished file where it has not got its name. */
    void discard() {
        if (partial != null && UNFINISHED.contains(partial)) {
            remove(partial);
        }
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        finished = true;
        try (OutputStream closing = stream) {
            closing.flush();
        } catch (IOException | UserException e) {
            // The file is about to be removed: what could not be written is not missed.
        } finally {
            remove(partial);
        }
    }

    private static void remove(@Nullable Path partial) {
        if (partial == null) {
            return;
        }
        try {
            Files.deleteIfExists(partial);
            UNFINISHED.remove(partial);
        } catch (IOException e) {
            // Stays in UNFINISHED: tried once more when the program ends.
        }
    }

    private static Set<Path> unfinished() {
        Set<Path> files = ConcurrentHashMap.newKeySet();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> files.forEach(AtomicFile::remove), "remove unfinished outputs"));
        return files;
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

    /** Passes bytes on; a failure names the output. */
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
