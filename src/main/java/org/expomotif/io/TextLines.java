package org.expomotif.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/** The lines of a text input one by one, with their numbers; ends of lines of any kind. Binary data is refused. */
public final class TextLines implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final BufferedReader reader;
    private long number;

    private TextLines(String name, BufferedReader reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Opens an input as {@link Inputs#open(String)} does. */
    public static TextLines open(String pathOrDash) {
        return new TextLines(
                Inputs.name(pathOrDash),
                new BufferedReader(new InputStreamReader(Inputs.open(pathOrDash), StandardCharsets.UTF_8), 1 << 16));
    }

    /** The lines of text that is read already. */
    static TextLines of(InputStream in, String name) {
        return new TextLines(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16));
    }

    /** The next line without its end, or null after the last. */
    public @Nullable String next() {
        try {
            String line = reader.readLine();
            number++;
            if (line != null && line.indexOf('\0') >= 0) {
                throw fault("this is not a text file").expected("lines of text").found("binary data");
            }
            return line != null && line.startsWith(BYTE_ORDER_MARK) ? withoutMarks(line) : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where files were joined, their byte order marks stand before lines further down. */
    private static String withoutMarks(String line) {
        int marks = 0;
        while (line.startsWith(BYTE_ORDER_MARK, marks)) {
            marks += BYTE_ORDER_MARK.length();
        }
        return line.substring(marks);
    }

    /** The number of the last line handed out, counted from 1. */
    public long number() {
        return number;
    }

    /** A fault at the last line handed out. */
    public UserException fault(String what) {
        return new UserException(what).in(name).atLine(number);
    }

    /** The input as the user named it. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
