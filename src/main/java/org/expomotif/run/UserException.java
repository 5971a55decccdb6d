package org.expomotif.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The input or the machine is at fault: a failure told to the user as one sentence built from facts.
 *
 * <p>Facts are added by the wither methods, so whoever knows one can add it on the way up:
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

    /** Characters that are shown of a record's name, of what was expected and of what was found. */
    private static final int LONGEST_FOUND = 600;

    private final String what;
    private final @Nullable String where;
    private final long line;
    private final @Nullable String record;
    private final @Nullable String expected;
    private final @Nullable String found;
    private final @Nullable String remedy;

    /** A failure of which only the fact itself is known yet; {@code what} starts in lower case, without a full stop. */
    public UserException(String what) {
        this(what, null, 0, null, null, null, null, null);
    }

    /** A failure with the exception that caused it, shown with {@code --debug} alone. */
    public UserException(String what, Throwable cause) {
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

    /** Names the record (sequence, motif, class) at fault. */
    public UserException atRecord(String name) {
        return new UserException(what, where, line, name, expected, found, remedy, origin());
    }

    /** Says what would have been right. */
    public UserException expected(String text) {
        return new UserException(what, where, line, record, text, found, remedy, origin());
    }

    /** Says what stood there instead. */
    public UserException found(String text) {
        return new UserException(what, where, line, record, expected, text, remedy, origin());
    }

    /** Says what the user can do, as an imperative: {@code "give --labels the file that synth wrote"}. */
    public UserException remedy(String text) {
        return new UserException(what, where, line, record, expected, found, text, origin());
    }

    /** Whether a file is already named. */
    public boolean knowsFile() {
        return where != null;
    }

    private @Nullable Throwable origin() {
        return getCause() == null ? null : getCause();
    }

    /**
     * The whole sentence on one line: {@code FILE, line N, record R: what: expected E, found F; remedy}; control
     * characters are shown as question marks.
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

    /** On one line and harmless to a terminal, whatever stood in the file. */
    private static String printable(String text) {
        return text.replaceAll("\\s*[\\n\\r\\x0B\\f\\x85\\u2028\\u2029]\\s*", " ")
                .replace('\t', ' ')
                .replaceAll("\\p{Cc}", "?");
    }
}
