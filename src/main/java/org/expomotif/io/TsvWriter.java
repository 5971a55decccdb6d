package org.expomotif.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes records as a table: one header line of the components' names (or {@link Column}), one line a record. Numbers
 * have six significant digits unless {@link Column#digits()} says otherwise; NaN is {@code NA}; constants of an enum
 * are in lower case.
 */
public final class TsvWriter<R extends Record> implements AutoCloseable {
    /** So many rows are worth a thread. */
    private static final int FEW_ROWS = 1000;

    /** So many rows of text a thread are held at a time. */
    private static final int MOST_ROWS = 1 << 16;

    private final OutputSink sink;
    private final RecordColumns<R> columns;
    private final boolean part;
    private final TsvText<R> line;

    private TsvWriter(OutputSink sink, RecordColumns<R> columns, boolean part) {
        this.sink = sink;
        this.columns = columns;
        this.part = part;
        line = new TsvText<>(columns);
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

    /**
     * Writes a whole table, its rows made into text by several threads.
     *
     * @param threads how many
     */
    public static <R extends Record> void write(
            String pathOrDash, Class<R> type, List<String> comments, List<R> rows, int threads) {
        try (TsvWriter<R> writer = open(pathOrDash, type, comments)) {
            writer.writeAll(rows, threads);
            writer.commit();
        }
    }

    private void writeAll(List<R> rows, int threads) {
        int pieces = Math.clamp(rows.size() / FEW_ROWS, 1, threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(pieces)) {
            for (int start = 0; start < rows.size(); start += pieces * MOST_ROWS) {
                int end = Math.min(rows.size(), start + pieces * MOST_ROWS);
                List<Callable<TsvText<R>>> tasks = new ArrayList<>();
                for (int k = 0; k < pieces; k++) {
                    int from = start + (int) ((long) (end - start) * k / pieces);
                    int to = start + (int) ((long) (end - start) * (k + 1) / pieces);
                    tasks.add(() -> text(rows.subList(from, to)));
                }
                for (Future<TsvText<R>> done : pool.invokeAll(tasks)) {
                    write(done.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing a table", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private TsvText<R> text(List<R> rows) {
        TsvText<R> text = new TsvText<>(columns);
        rows.forEach(text::add);
        return text;
    }

    /** Writes one row. */
    public void write(R row) {
        line.clear();
        line.add(row);
        write(line);
    }

    private void write(TsvText<R> text) {
        try {
            sink.stream().write(text.bytes(), 0, text.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
