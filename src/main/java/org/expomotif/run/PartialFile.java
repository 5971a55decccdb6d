package org.expomotif.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file in the folder of an output that holds its bytes until the output is complete: {@code .NAME.<16 hexadecimal
 * digits>.partial}.
 *
 * <p>It is created exclusively, under an unpredictable name, with the permissions of the file that it will replace. It
 * is locked while its writer is running, so that the next run with the same output removes only what a killed run has
 * left. A signal that ends the program removes it.
 */
final class PartialFile {
    private static final String SUFFIX = ".partial";
    /** Maximum length of a file name in bytes on Linux and macOS. */
    private static final int MAXIMUM_NAME = 255;

    private static final int TRIES = 20;
    /** Minimum age of an abandoned file; a newer one may belong to a writer that is about to lock it. */
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(1);

    private static final Set<Path> UNFINISHED = unfinished();

    private final Path path;
    private final Path destination;
    private final Optional<Set<PosixFilePermission>> permissions;
    private final OutputStream stream;

    private PartialFile(
            Path path, Path destination, Optional<Set<PosixFilePermission>> permissions, FileChannel channel) {
        this.path = path;
        this.destination = destination;
        this.permissions = permissions;
        this.stream = Channels.newOutputStream(channel);
    }

    /** Creates the partial file of a destination; symbolic links must have been followed. */
    static PartialFile beside(Path destination) throws IOException {
        removeLeftovers(destination);
        Optional<Set<PosixFilePermission>> permissions = permissions(destination);
        FileAttribute<?>[] attributes =
                permissions.stream().map(PosixFilePermissions::asFileAttribute).toArray(FileAttribute<?>[]::new);
        SecureRandom random = new SecureRandom();
        for (int left = TRIES; ; left--) {
            byte[] bytes = new byte[8];
            random.nextBytes(bytes);
            Path path = destination.resolveSibling(
                    prefix(destination) + HexFormat.of().formatHex(bytes) + SUFFIX);
            try {
                FileChannel channel = NameChanges.complete(() -> create(path, attributes));
                lock(channel);
                return new PartialFile(path, destination, permissions, channel);
            } catch (FileAlreadyExistsException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private static FileChannel create(Path path, FileAttribute<?>... attributes) throws IOException {
        FileChannel channel =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
        UNFINISHED.add(path);
        return channel;
    }

    private static Optional<Set<PosixFilePermission>> permissions(Path destination) throws IOException {
        if (!Files.exists(destination, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getPosixFilePermissions(destination, LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The prefix of the names of all partial files of a destination; a long name is cut. */
    static String prefix(Path destination) {
        String name = String.valueOf(destination.getFileName());
        int room = MAXIMUM_NAME - 2 - 16 - SUFFIX.length();
        while (name.getBytes(StandardCharsets.UTF_8).length > room) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return "." + name + ".";
    }

    /** Locks the file until it is closed; does nothing on a file system without locks. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            // Without locks, no other run removes the file, because a run removes a file only after locking it.
        }
    }

    /** Removes partial files of the same destination whose writers are gone. */
    private static void removeLeftovers(Path destination) throws IOException {
        Path folder = destination.getParent();
        if (folder != null && Files.isDirectory(folder)) {
            removeLeftovers(folder, Set.of(prefix(destination)));
        }
    }

    /**
     * Removes partial files in a folder whose writers are gone.
     *
     * @param prefixes results of {@link #prefix}
     */
    static void removeLeftovers(Path folder, Set<String> prefixes) throws IOException {
        int rest = 16 + SUFFIX.length();
        DirectoryStream.Filter<Path> isPartial = path -> {
            String name = String.valueOf(path.getFileName());
            return name.endsWith(SUFFIX)
                    && name.length() > rest
                    && prefixes.contains(name.substring(0, name.length() - rest));
        };
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, isPartial)) {
            for (Path path : found) {
                if (!UNFINISHED.contains(path) && isOldFile(path)) {
                    removeIfAbandoned(path);
                }
            }
        }
    }

    private static boolean isOldFile(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant limit = Instant.now().minus(ABANDONED_AFTER);
            return file.isRegularFile() && file.lastModifiedTime().toInstant().isBefore(limit);
        } catch (IOException e) {
            return false;
        }
    }

    private static void removeIfAbandoned(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | RuntimeException e) {
            // The file is in use, belongs to another user, or is on a file system without locks: keep it.
        }
    }

    /** The stream that the contents are written to; closing it releases the lock. */
    OutputStream stream() {
        return stream;
    }

    /** The current path of the file. */
    Path path() {
        return UNFINISHED.contains(path) ? path : destination;
    }

    /** Gives the complete, closed file its name; called within {@link NameChanges#complete}. */
    void rename() throws IOException {
        if (permissions.isPresent()) {
            Files.setPosixFilePermissions(path, permissions.get());
        }
        Files.move(path, destination, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        UNFINISHED.remove(path);
    }

    /** Removes the file unless it has been renamed. */
    void discard() {
        NameChanges.complete(() -> {
            if (UNFINISHED.contains(path)) {
                remove(path);
            }
            return path;
        });
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
            UNFINISHED.remove(path);
        } catch (IOException e) {
            // The file stays in UNFINISHED and is removed when the program ends.
        }
    }

    private static Set<Path> unfinished() {
        Set<Path> files = ConcurrentHashMap.newKeySet();
        NameChanges.atTheEnd(() -> files.forEach(PartialFile::remove));
        return files;
    }
}
