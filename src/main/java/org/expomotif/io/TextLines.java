package org.expomotif.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a text input one by one and counts them; all kinds of line ends are accepted. Binary data and
 * lines of more than {@value #LONGEST} characters, which would have to be kept in memory, are rejected.
 */
public final class TextLines implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Maximum number of characters per line. */
    public static final int LONGEST = 1 << 24;

    private final String name;
    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    /** Whether the last line ended with a carriage return, which a line feed may follow. */
    private boolean returned;

    private long number;

    private TextLines(String name, InputStream in) {
        this.name = name;
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Opens an input; see {@link Inputs#open(String)}. */
    public static TextLines open(String pathOrDash) {
        return new TextLines(Inputs.name(pathOrDash), Inputs.open(pathOrDash));
    }

    /** The lines of a stream that is already open. */
    public static TextLines of(InputStream in, String name) {
        return new TextLines(name, in);
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws UserException when the line is binary data or too long
     */
    public @Nullable String next() {
        try {
            String line = readLine();
            if (line != null && line.indexOf('\0') >= 0) {
                throw fault("this is not a text file").expected("lines of text").found("binary data");
            }
            return line != null && line.startsWith(BYTE_ORDER_MARK) ? withoutMarks(line) : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes byte order marks at the start of a line; in concatenated files they also occur in later lines. */
    private static String withoutMarks(String line) {
        int marks = 0;
        while (line.startsWith(BYTE_ORDER_MARK, marks)) {
            marks += BYTE_ORDER_MARK.length();
        }
        return line.substring(marks);
    }

    /** The next line that is neither blank nor a comment, which starts with {@code #}, or null after the last. */
    public @Nullable String nextContent() {
        String line = next();
        while (line != null && (line.isBlank() || line.startsWith("#"))) {
            line = next();
        }
        return line;
    }

    /** A line up to its first {@code #}, without white space at its ends. */
    public static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private @Nullable String readLine() throws IOException {
        number++;
        if (returned && more() && buffer[at] == '\n') {
            at++;
        }
        returned = false;
        if (!more()) {
            return null;
        }
        StringBuilder begun = new StringBuilder(0);
        do {
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            boolean whole = at < end;
            if (whole && begun.isEmpty()) {
                returned = buffer[at] == '\r';
                return new String(buffer, from, at++ - from);
            }
            begun.append(buffer, from, at - from);
            if (begun.length() > LONGEST) {
                throw fault("the line is too long")
                        .expected(String.format(Locale.ROOT, "at most %,d characters", LONGEST));
            }
            if (whole) {
                returned = buffer[at++] == '\r';
                return begun.toString();
            }
        } while (more());
        return begun.toString();
    }

    /** Fills the buffer if necessary, and returns whether there is another character. */
    private boolean more() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return at < end;
    }

    /** The number of the line returned last, counted from 1. */
    public long number() {
        return number;
    }

    /** An error at the line returned last. */
    public UserException fault(String what) {
        return new UserException(what).in(name).atLine(number);
    }

    /** The name of the input in messages. */
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
