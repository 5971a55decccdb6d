package org.expomotif.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checksums of inputs. They are computed from the bytes on disk or in the stream, before any decompression. */
public final class Checksum {
    /** The value used where the checksum is not known. */
    public static final String UNKNOWN = "unknown";

    /** Checksums of the streams that have been read to their end. The key is the name as the user wrote it. */
    private static final Map<String, String> STREAMS = new ConcurrentHashMap<>();

    private Checksum() {}

    /**
     * {@code bytes:} and the size of a file in bytes, used instead of a checksum for a file of which only parts are
     * read.
     *
     * @throws UserException when the file cannot be read
     */
    public static String ofSize(String path) {
        try {
            return "bytes:" + Files.size(Path.of(path));
        } catch (IOException e) {
            throw new UserException("the input cannot be read (" + e.getMessage() + ")", e).in(path);
        }
    }

    /** Whether the input is standard input ({@code -}) or not a regular file, so that it can be read only once. */
    public static boolean isStream(String pathOrDash) {
        return pathOrDash.equals("-") || !Files.isRegularFile(Path.of(pathOrDash));
    }

    /**
     * {@code sha256:} and the SHA-256 of a file in hexadecimal; {@link #UNKNOWN} for a stream (see
     * {@link #ofStream(String)}).
     *
     * @throws UserException when the file cannot be read
     */
    public static String of(String pathOrDash) {
        if (isStream(pathOrDash)) {
            return UNKNOWN;
        }
        try (InputStream in = Files.newInputStream(Path.of(pathOrDash))) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[1 << 17];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return text(digest);
        } catch (IOException e) {
            throw new UserException("the input cannot be read (" + e.getMessage() + ")", e).in(pathOrDash);
        }
    }

    /** The checksum of a stream; {@link #UNKNOWN} until the stream has been read to its end. */
    public static String ofStream(String pathOrDash) {
        return STREAMS.getOrDefault(pathOrDash, UNKNOWN);
    }

    /** Starts the checksum of a newly opened stream and discards an earlier checksum under the same name. */
    public static Running begin(String pathOrDash) {
        STREAMS.remove(pathOrDash);
        return new Running(pathOrDash);
    }

    /** A new digest by SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** The checksum of a stream while it is read. */
    public static final class Running {
        private final String name;
        private final MessageDigest digest = sha256();

        private Running(String name) {
            this.name = name;
        }

        /** Adds the next bytes. */
        public void update(byte[] bytes, int from, int count) {
            digest.update(bytes, from, count);
        }

        /** Completes the checksum, at the end of the stream. */
        public void finish() {
            STREAMS.put(name, text(digest));
        }
    }
}
