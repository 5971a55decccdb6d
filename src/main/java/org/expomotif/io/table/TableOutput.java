package org.expomotif.io.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * A table that is being written: a header line without {@code #}, the rows, and the provenance as lines that start with
 * {@code #}. The file of a {@link Shard} differs, for {@link TableShards}: its provenance comes first, and its last
 * line marks it as complete.
 */
public final class TableOutput implements AutoCloseable {
    private static final String COMMENT = "# ";

    private final OutputSink sink;
    private final Provenance provenance;
    private final boolean part;

    private TableOutput(OutputSink sink, Provenance provenance) {
        this.sink = sink;
        this.provenance = provenance;
        this.part = Shard.ofComments(provenance.head()).isPresent();
    }

    /** Opens an output and writes the header. */
    public static TableOutput open(String pathOrDash, List<String> columns, Provenance provenance) {
        TableOutput table = new TableOutput(Outputs.open(pathOrDash), provenance);
        if (table.part) {
            table.comments();
        }
        table.line(String.join("\t", columns));
        return table;
    }

    /**
     * Writes one row, which is given without a line end.
     *
     * @throws UserException when its first cell begins with {@code #}
     */
    public void row(String cells) {
        if (cells.startsWith("#")) {
            int tab = cells.indexOf('\t');
            throw isComment(tab < 0 ? cells : cells.substring(0, tab));
        }
        line(cells);
    }

    /** Writes complete rows: the first {@code length} bytes of an array. */
    void rows(byte[] text, int length) {
        try {
            sink.stream().write(text, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The error for a row that would be read as a comment because of its first cell. */
    public static UserException isComment(String cell) {
        return new UserException("a row of the table would be read as a comment")
                .expected("a name in the first column that does not begin with #")
                .found("\"" + cell + "\"")
                .remedy("rename it in the input");
    }

    private void comments() {
        provenance.lines().forEach(comment -> line(COMMENT + comment));
    }

    private void line(String text) {
        sink.write(text + "\n");
    }

    /** Writes the provenance and completes the output. */
    public void commit() {
        if (part) {
            line(TableShards.END);
        } else {
            comments();
        }
        sink.commit();
    }

    @Override
    public void close() {
        sink.close();
    }
}
