package org.expomotif.io.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.expomotif.run.Provenance;
import org.expomotif.run.Thrown;

/**
 * Writes records as a {@link TableOutput}: one column per component, named after the component or by {@link TsvColumn},
 * and one line per record. Numbers have six significant digits unless {@link TsvColumn#digits()} sets another number;
 * NaN is written as {@code NA}; enum constants are in lower case.
 */
public final class TsvWriter<R extends Record> implements AutoCloseable {
    /** Minimum number of rows per thread. */
    private static final int MIN_ROWS = 1000;

    /** Maximum number of rows per thread whose text is kept in memory. */
    private static final int MAX_ROWS = 1 << 16;

    private final TableOutput table;
    private final RecordColumns<R> columns;
    private final TsvText<R> line;

    private TsvWriter(TableOutput table, RecordColumns<R> columns) {
        this.table = table;
        this.columns = columns;
        line = new TsvText<>(columns);
    }

    /** Opens an output. */
    public static <R extends Record> TsvWriter<R> open(String pathOrDash, Class<R> type, Provenance provenance) {
        RecordColumns<R> columns = new RecordColumns<>(type);
        return new TsvWriter<>(TableOutput.open(pathOrDash, columns.headers(), provenance), columns);
    }

    /** Writes a whole table. */
    public static <R extends Record> void write(
            String pathOrDash, Class<R> type, Provenance provenance, Iterable<R> rows) {
        try (TsvWriter<R> writer = open(pathOrDash, type, provenance)) {
            rows.forEach(writer::write);
            writer.commit();
        }
    }

    /**
     * Writes a whole table; several threads convert the rows to text.
     *
     * @param threads number of threads
     */
    public static <R extends Record> void write(
            String pathOrDash, Class<R> type, Provenance provenance, List<R> rows, int threads) {
        try (TsvWriter<R> writer = open(pathOrDash, type, provenance)) {
            writer.writeAll(rows, threads);
            writer.commit();
        }
    }

    private void writeAll(List<R> rows, int threads) {
        int pieces = Math.clamp(rows.size() / MIN_ROWS, 1, threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(pieces)) {
            for (int start = 0; start < rows.size(); start += pieces * MAX_ROWS) {
                int end = Math.min(rows.size(), start + pieces * MAX_ROWS);
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
            throw Thrown.by(e);
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
        table.rows(text.bytes(), text.length());
    }

    /** Writes the provenance and completes the output. */
    public void commit() {
        table.commit();
    }

    @Override
    public void close() {
        table.close();
    }
}
