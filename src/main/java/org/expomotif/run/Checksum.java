package org.expomotif.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of inputs, of their bytes as they lie on disk. */
public final class Checksum {
    private Checksum() {}

    /**
     * {@code bytes:} and the size of a file: what is known of one of which only parts are read.
     *
     * @throws UserException when it is not there
     */
    public static String ofSize(String path) {
        try {
            return "bytes:" + Files.size(Path.of(path));
        } catch (IOException e) {
            throw new UserException("the input cannot be read (" + e.getMessage() + ")", e).in(path);
        }
    }

    /**
     * {@code sha256:} and the SHA-256 of a file in hexadecimal; {@code unknown} for standard input ({@code -}) and for
     * whatever can be read only once.
     *
     * @throws UserException when the file cannot be read
     */
    public static String of(String pathOrDash) {
        if (pathOrDash.equals("-") || !Files.isRegularFile(Path.of(pathOrDash))) {
            return "unknown";
        }
        try (InputStream in = Files.newInputStream(Path.of(pathOrDash))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 17];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserException("the input cannot be read (" + e.getMessage() + ")", e).in(pathOrDash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
