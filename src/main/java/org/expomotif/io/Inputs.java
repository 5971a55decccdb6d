package org.expomotif.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.expomotif.run.Checksum;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Opens input files as named by users: a path, or {@code -} for standard input. Plain, gzip and bgzip files are
 * distinguished by their content.
 */
public final class Inputs {
    /** The name of standard input or, for an output, of standard output. */
    public static final String STANDARD = "-";

    /**
     * The standard input stream that is in use; a program that embeds this one may set a new {@link System#in} for each
     * run.
     */
    private static final AtomicReference<@Nullable InputStream> taken = new AtomicReference<>();

    private Inputs() {}

    /**
     * Opens a file or standard input. The {@link Checksum} of a stream is computed while it is read. Read errors,
     * including a truncated gzip file, are thrown as {@link UserException} naming the file.
     *
     * @throws UserException when the input is missing, a folder, unreadable, or compressed in a format other than gzip
     */
    public static InputStream open(String pathOrDash) {
        InputStream in = raw(pathOrDash);
        Optional<Checksum.Running> checksum =
                Checksum.isStream(pathOrDash) ? Optional.of(Checksum.begin(pathOrDash)) : Optional.empty();
        RawInput raw = new RawInput(in, name(pathOrDash), checksum);
        try {
            rejectUnreadableKinds(raw, pathOrDash);
            if (!raw.startsWith(0x1F, 0x8B)) {
                return raw;
            }
            raw.expectBgzipEnd(raw.isBgzip());
            return new CheckedInput(new GZIPInputStream(raw, 1 << 16), raw);
        } catch (IOException e) {
            raw.closeQuietly();
            throw raw.unreadable(e);
        } catch (UserException e) {
            raw.closeQuietly();
            throw e;
        }
    }

    /**
     * Rejects a file that cannot be opened.
     *
     * @throws UserException as {@link #open} does
     */
    public static void requireFile(String path) {
        try {
            open(path).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the input can be read only once: standard input, a pipe or a device. */
    public static boolean isReadOnce(String pathOrDash) {
        return pathOrDash.equals(STANDARD) || Files.exists(Path.of(pathOrDash)) && Checksum.isStream(pathOrDash);
    }

    /** The name of the input in messages. */
    public static String name(String pathOrDash) {
        return pathOrDash.equals(STANDARD) ? "standard input" : pathOrDash;
    }

    private static void rejectUnreadableKinds(RawInput raw, String pathOrDash) {
        Optional<ContentKind> kind = raw.kind().filter(ContentKind::isNeverRead);
        if (kind.isPresent()) {
            throw new UserException("the file is of a kind that cannot be read")
                    .in(name(pathOrDash))
                    .expected("plain text, gzip or bgzip")
                    .found(kind.get().noun())
                    .remedy(kind.get().remedy());
        }
    }

    private static InputStream raw(String pathOrDash) {
        if (pathOrDash.equals(STANDARD)) {
            if (System.in.equals(taken.getAndSet(System.in))) {
                throw new UserException("standard input can be read once only")
                        .remedy("give '-' for one input, and files for the others");
            }
            return System.in;
        }
        if (pathOrDash.isEmpty()) {
            throw new UserException("the name of an input is empty").remedy("name a file, or '-' for standard input");
        }
        Path path;
        try {
            path = Path.of(pathOrDash);
        } catch (InvalidPathException e) {
            throw new UserException("the name of the input is not a valid path", e)
                    .in(pathOrDash)
                    .remedy("set LC_ALL to a UTF-8 locale such as C.UTF-8");
        }
        if (Files.isDirectory(path)) {
            throw new UserException("the input is a folder").in(path).remedy("give the name of a file in it");
        }
        if (!Files.exists(path)) {
            throw new UserException("there is no such file").in(path).remedy("check the name");
        }
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UserException("the input cannot be read (" + RawInput.reason(e) + ")", e)
                    .in(path)
                    .remedy("check who may read it");
        }
    }

    /** Decompressed bytes; read errors name the file. */
    private static final class CheckedInput extends InputStream {
        private final InputStream inflated;
        private final RawInput raw;

        CheckedInput(InputStream inflated, RawInput raw) {
            this.inflated = inflated;
            this.raw = raw;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            try {
                int count = inflated.read(bytes, offset, length);
                if (count < 0) {
                    raw.checkEnd();
                }
                return count;
            } catch (IOException e) {
                throw raw.unreadable(e);
            } catch (StackOverflowError e) {
                // GZIPInputStream recurses for every empty member.
                throw new UserException("the gzip file has thousands of empty members one after the other", e)
                        .in(raw.name())
                        .remedy("compress it again");
            }
        }

        @Override
        public void close() throws IOException {
            inflated.close();
        }
    }
}
