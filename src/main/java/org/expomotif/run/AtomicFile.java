package org.expomotif.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * An output file that appears whole or not at all: bytes go to a file beside it, renamed by {@link #commit()}.
 * Closing without a commit removes what was written.
 */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path partial;
    private final OutputStream stream;
    private boolean committed;

    private AtomicFile(Path target, Path partial, OutputStream stream) {
        this.target = target;
        this.partial = partial;
        this.stream = stream;
    }

    /**
     * Opens {@code target} for writing.
     *
     * @throws UserException when its folder is missing or cannot be written
     */
    public static AtomicFile open(Path target) {
        Path absolute = target.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new UserException("the output is a folder").in(target).remedy("give the name of a file");
        }
        Path partial = absolute.resolveSibling(
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
        try {
            OutputStream stream = Files.newOutputStream(
                    partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            return new AtomicFile(target, partial, new BufferedOutputStream(stream, 1 << 16));
        } catch (IOException e) {
            throw unwritable(target, e);
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
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "it exists";
            case java.nio.file.FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** Where the bytes go. */
    public OutputStream stream() {
        return stream;
    }

    /** Flushes, closes and gives the file its name. */
    public void commit() {
        try {
            stream.close();
            Files.move(partial, target.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            committed = true;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    @Override
    public void close() {
        if (committed) {
            return;
        }
        try (OutputStream closing = stream) {
            closing.flush();
        } catch (IOException e) {
            // The file is about to be removed: what could not be written is not missed.
        } finally {
            removePartial();
        }
    }

    private void removePartial() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            partial.toFile().deleteOnExit();
        }
    }
}
