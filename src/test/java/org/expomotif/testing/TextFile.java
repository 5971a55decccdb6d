package org.expomotif.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A text file that a test builds in code. */
public interface TextFile {
    /** The content of the file. */
    String text();

    /** Writes the file, compressed when its name ends with {@code .gz}, and returns its path. */
    default Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out) {
            packed.write(text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Writes a text, compressed when the name ends with {@code .gz}, and returns its path. */
    static Path write(Path file, String text) {
        TextFile content = () -> text;
        return content.write(file);
    }
}
