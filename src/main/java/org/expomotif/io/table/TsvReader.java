package org.expomotif.io.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.io.ControlCharacters;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;

/**
 * Reads a table into records. Columns are found by their headers, in any order, and other columns are ignored. Lines
 * that start with {@code #} and empty lines are skipped.
 */
public final class TsvReader<R extends Record> {
    private final RecordColumns<R> columns;
    private final TextLines lines;
    private final int[] places;
    private final int width;

    private TsvReader(Class<R> type, TextLines lines) {
        this.columns = new RecordColumns<>(type);
        this.lines = lines;
        String header = lines.nextContent();
        if (header == null) {
            throw new UserException("the table is empty")
                    .in(lines.name())
                    .expected("a header with the columns " + String.join(", ", columns.headers()));
        }
        List<String> found = Arrays.asList(header.split("\t", -1));
        width = found.size();
        places = new int[columns.headers().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = found.indexOf(columns.headers().get(i));
            if (places[i] < 0) {
                throw lines.fault("the table has no column " + columns.headers().get(i))
                        .expected("a header with the columns " + String.join(", ", columns.headers()))
                        .found(String.join(", ", found));
            }
        }
    }

    /** Reads all rows. */
    public static <R extends Record> List<R> readAll(String pathOrDash, Class<R> type) {
        List<R> rows = new ArrayList<>();
        forEach(pathOrDash, type, rows::add);
        return rows;
    }

    /**
     * Passes the rows to a consumer one at a time.
     *
     * @throws UserException naming the file and the line when it is not a table of these records
     */
    public static <R extends Record> void forEach(String pathOrDash, Class<R> type, Consumer<R> consumer) {
        try (TextLines lines = TextLines.open(pathOrDash)) {
            forEach(lines, type, consumer);
        }
    }

    /**
     * Passes the rows of a stream to a consumer one at a time, and closes the stream.
     *
     * @param name name of the stream in messages
     */
    public static <R extends Record> void forEach(InputStream in, String name, Class<R> type, Consumer<R> consumer) {
        try (TextLines lines = TextLines.of(in, name)) {
            forEach(lines, type, consumer);
        }
    }

    private static <R extends Record> void forEach(TextLines lines, Class<R> type, Consumer<R> consumer) {
        TsvReader<R> reader = new TsvReader<>(type, lines);
        for (String line = lines.nextContent(); line != null; line = lines.nextContent()) {
            consumer.accept(reader.row(line));
        }
    }

    private R row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != width) {
            throw lines.fault("the number of columns differs from the header")
                    .expected(Integer.toString(width))
                    .found(Integer.toString(cells.length));
        }
        Object[] values = new Object[places.length];
        for (int i = 0; i < values.length; i++) {
            Object value = columns.parse(cells[places[i]], i);
            if (value == null) {
                throw lines.fault("the column " + columns.headers().get(i) + " cannot be read")
                        .expected(columns.expected(i))
                        .found("\"" + cells[places[i]] + "\"");
            }
            if (value instanceof String text && ControlCharacters.areIn(text)) {
                throw lines.fault("the column " + columns.headers().get(i) + " holds a control character")
                        .found("\"" + text + "\"");
            }
            values[i] = value;
        }
        return columns.create(values);
    }
}
