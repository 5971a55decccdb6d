package org.expomotif.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An error caused by the input or the environment, reported to the user as one sentence built from facts.
 *
 * <p>Facts are added by the wither methods, so each caller can add what it knows:
 *
 * <pre>{@code
 * throw new UserException("the matrix row has a negative number")
 *         .in(file).atLine(12).expected("numbers of at least 0").found("-0.2").remedy("correct the row");
 * }</pre>
 *
 * The program prints {@link #getMessage()} and ends with exit code 1.
 */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Maximum number of characters shown of a record's name, of the expected and of the found text. */
    private static final int LONGEST_FOUND = 600;

    private final String what;
    private final @Nullable String where;
    private final long line;
    private final @Nullable String record;
    private final @Nullable String expected;
    private final @Nullable String found;
    private final @Nullable String remedy;

    /** An error without further facts; {@code what} starts in lower case and has no full stop. */
    public UserException(String what) {
        this(what, null, 0, null, null, null, null, null);
    }

    /** An error with the exception that caused it, which is shown only with {@code --debug}. */
    public UserException(String what, @Nullable Throwable cause) {
        this(what, null, 0, null, null, null, null, cause);
    }

    private UserException(
            String what,
            @Nullable String where,
            long line,
            @Nullable String record,
            @Nullable String expected,
            @Nullable String found,
            @Nullable String remedy,
            @Nullable Throwable cause) {
        super(what, cause);
        this.what = what;
        this.where = where;
        this.line = line;
        this.record = record;
        this.expected = expected;
        this.found = found;
        this.remedy = remedy;
    }

    /** Names the file. */
    public UserException in(Path file) {
        return in(file.toString());
    }

    /** Names the file or stream as the user wrote it. */
    public UserException in(String file) {
        return new UserException(what, file, line, record, expected, found, remedy, origin());
    }

    /** Names the line, counted from 1. */
    public UserException atLine(long number) {
        return new UserException(what, where, number, record, expected, found, remedy, origin());
    }

    /** Names the faulty record (sequence, motif, class). */
    public UserException atRecord(String name) {
        return new UserException(what, where, line, name, expected, found, remedy, origin());
    }

    /** Adds what was expected. */
    public UserException expected(String text) {
        return new UserException(what, where, line, record, text, found, remedy, origin());
    }

    /** Adds what was found instead. */
    public UserException found(String text) {
        return new UserException(what, where, line, record, expected, text, remedy, origin());
    }

    /** Adds what the user can do, as an imperative: {@code "give --labels the file that synth wrote"}. */
    public UserException remedy(String text) {
        return new UserException(what, where, line, record, expected, found, text, origin());
    }

    /** Names the file if none is named yet: for a caller that knows the file that its callee read. */
    public UserException inIfUnknown(String file) {
        return where == null ? in(file) : this;
    }

    private @Nullable Throwable origin() {
        return getCause() == null ? null : getCause();
    }

    /**
     * The complete sentence on one line: {@code FILE, line N, record R: what: expected E, found F; remedy}, as
     * {@link VisibleText}.
     */
    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder();
        if (where != null && !where.isEmpty()) {
            text.append(where);
            if (line > 0) {
                text.append(", line ").append(line);
            }
            if (record != null) {
                text.append(", ").append(shortened(record));
            }
            text.append(": ");
        } else if (record != null) {
            text.append(shortened(record)).append(": ");
        }
        text.append(what);
        if (expected != null) {
            text.append(": expected ").append(shortened(expected));
        }
        if (found != null) {
            text.append(expected == null ? ": found " : ", found ").append(shortened(found));
        }
        if (remedy != null) {
            text.append("; ").append(remedy);
        }
        return printable(text.toString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FOUND ? text : text.substring(0, LONGEST_FOUND) + "...";
    }

    /** The text on one line, with escapes for everything that could affect a terminal. */
    private static String printable(String text) {
        return VisibleText.line(text.replaceAll("\\s*[\\n\\r\\x0B\\f\\x85\\u2028\\u2029]\\s*", " ")
                .replace('\t', ' '));
    }
}
