package org.expomotif.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.io.Inputs;

/** The lines of a table that are not comments: its header and its rows. */
public final class Rows {
    private Rows() {}

    /** The lines of a text that do not start with {@code #}. */
    public static List<String> of(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** The lines of a file, compressed or not, that do not start with {@code #}. */
    public static List<String> of(Path file) {
        return of(text(file));
    }

    /** The text of a file, compressed or not. */
    public static String text(Path file) {
        try (InputStream in = Inputs.open(file.toString())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
