package org.expomotif.io.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.run.Provenance;
import org.expomotif.run.TemporaryFile;
import org.expomotif.run.UserException;

/**
 * A sparse matrix of whole numbers that is being written row by row in the coordinate format of Matrix Market
 * (Boisvert, Pozo, Remington: The Matrix Market Exchange Formats, NISTIR 5935, 1996). The names of rows and columns,
 * one per line, are in two files beside it. The numbers are kept in a temporary file until their count, which the
 * format requires first, is known.
 */
public final class MatrixMarketOutput implements AutoCloseable {
    private static final List<String> SUFFIXES = List.of(".mtx");
    private static final String HEADER = "%%MatrixMarket matrix coordinate integer general\n";

    private final String path;
    private final List<String> columns;
    private final Provenance provenance;
    private final TemporaryFile entries;
    private final OutputSink names;
    private long rows;
    private long count;

    private MatrixMarketOutput(String path, List<String> columns, Provenance provenance) {
        this.path = path;
        this.columns = List.copyOf(columns);
        this.provenance = provenance;
        this.entries = TemporaryFile.beside(path, "the matrix");
        boolean isOpen = false;
        try {
            this.names = Outputs.open(rowsOf(path));
            isOpen = true;
        } finally {
            if (!isOpen) {
                entries.close();
            }
        }
    }

    /** Whether the name of a file ends in {@code .mtx}, or that and a suffix of compression. */
    public static boolean isName(String path) {
        return FileSuffix.isOneOf(path, SUFFIXES);
    }

    /** The file of the names of the rows: {@code counts.rows.txt} for {@code counts.mtx}. */
    public static String rowsOf(String path) {
        return beside(path, ".rows.txt");
    }

    /** The file of the names of the columns: {@code counts.columns.txt} for {@code counts.mtx}. */
    public static String columnsOf(String path) {
        return beside(path, ".columns.txt");
    }

    private static String beside(String path, String suffix) {
        String bare = FileSuffix.withoutCompression(path);
        return bare.substring(0, bare.lastIndexOf('.')) + suffix;
    }

    /**
     * Opens the files.
     *
     * @param path path of the matrix, for which {@link #isName} is true
     * @param columns names of the columns
     * @param provenance provenance of the run, written as comments of the matrix
     */
    public static MatrixMarketOutput open(String path, List<String> columns, Provenance provenance) {
        return new MatrixMarketOutput(path, columns, provenance);
    }

    /**
     * Adds a row.
     *
     * @param name name of the row
     * @param numbers one number per column
     */
    public void row(String name, int[] numbers) {
        rows++;
        names.write(line(name));
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < numbers.length; column++) {
            if (numbers[column] != 0) {
                count++;
                text.append(rows)
                        .append(' ')
                        .append(column + 1)
                        .append(' ')
                        .append(numbers[column])
                        .append('\n');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        entries.append(bytes, 0, bytes.length);
    }

    private static String line(String name) {
        return name.replace('\t', ' ') + "\n";
    }

    /**
     * Completes the files.
     *
     * @throws UserException when they cannot be written
     */
    public void commit() {
        Outputs.write(path, out -> {
            StringBuilder head = new StringBuilder(HEADER);
            provenance
                    .lines()
                    .forEach(comment -> head.append("% ").append(comment).append('\n'));
            head.append(rows)
                    .append(' ')
                    .append(columns.size())
                    .append(' ')
                    .append(count)
                    .append('\n');
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            entries.copyTo(out);
        });
        names.commit();
        Outputs.write(columnsOf(path), out -> {
            for (String column : columns) {
                out.write(line(column).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Override
    public void close() {
        entries.close();
        names.close();
    }
}
