package org.expomotif.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes records as a table: one header line of the components' names (or {@link Column}), one line a record. Numbers
 * have six significant digits unless {@link Column#digits()} says otherwise; NaN is {@code NA}; constants of an enum
 * are in lower case.
 */
public final class TsvWriter<R extends Record> implements AutoCloseable {
    private final OutputSink sink;
    private final RecordColumns<R> columns;
    private final boolean part;

    private TsvWriter(OutputSink sink, RecordColumns<R> columns, boolean part) {
        this.sink = sink;
        this.columns = columns;
        this.part = part;
    }

    /**
     * Opens an output; each comment becomes a line {@code # comment} above the header. When the comments say that it
     * holds a {@link Shard}, its last line says that it is whole.
     */
    public static <R extends Record> TsvWriter<R> open(String pathOrDash, Class<R> type, List<String> comments) {
        boolean part = Shard.ofComments(comments).isPresent();
        TsvWriter<R> writer = new TsvWriter<>(Outputs.open(pathOrDash), new RecordColumns<>(type), part);
        for (String comment : comments) {
            writer.line("# " + comment);
        }
        writer.line(String.join("\t", writer.columns.headers()));
        return writer;
    }

    /** Writes a whole table. */
    public static <R extends Record> void write(
            String pathOrDash, Class<R> type, List<String> comments, Iterable<R> rows) {
        try (TsvWriter<R> writer = open(pathOrDash, type, comments)) {
            rows.forEach(writer::write);
            writer.commit();
        }
    }

    /** Writes one row. */
    public void write(R row) {
        StringBuilder text = new StringBuilder(160);
        for (int i = 0; i < columns.headers().size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            text.append(columns.format(row, i));
        }
        line(text.toString());
    }

    private void line(String text) {
        try {
            sink.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finishes the output. */
    public void commit() {
        if (part) {
            line(TableParts.END);
        }
        sink.commit();
    }

    @Override
    public void close() {
        sink.close();
    }
}
