package org.expomotif.benchmark.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.expomotif.io.TextLines;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TableOutput;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * The table of trials in a file, one row per trial. The file is replaced whole after every trial, so that a run that is
 * killed leaves the rows of the trials that it completed.
 */
public final class TrialTable {
    private static final int DIGITS = 6;
    private static final int SECONDS_DIGITS = 4;
    private static final String NONE = "NA";
    private static final List<String> KEY_COLUMNS = List.of(
            "task",
            "sequences",
            "data_seed",
            "network",
            "activation",
            "init",
            "scale",
            "batch_norm",
            "l2",
            "max_epochs",
            "explained",
            "seed",
            "version",
            "outcome",
            "epochs",
            "seconds");

    private final Path file;
    private final Map<TrialKey, TrialRow> rows = new LinkedHashMap<>();

    private TrialTable(Path file) {
        this.file = file;
    }

    /**
     * Reads a table; a file that does not exist is an empty table.
     *
     * @throws UserException when the file is not a table of trials, or has a trial twice
     */
    public static TrialTable read(Path file) {
        TrialTable table = new TrialTable(file);
        if (Files.exists(file)) {
            try (TextLines lines = TextLines.open(file.toString())) {
                String header = lines.nextContent();
                List<String> columns = header == null ? List.of() : Arrays.asList(header.split("\t", -1));
                if (!columns.equals(columns())) {
                    throw lines.fault("the file is not a table of trials of this version")
                            .remedy("give another --out-dir, or move the file away");
                }
                for (String line = lines.nextContent(); line != null; line = lines.nextContent()) {
                    table.add(row(line, lines), lines);
                }
            }
        }
        return table;
    }

    /** The names of the columns. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>(KEY_COLUMNS);
        columns.addAll(Figure.columns());
        return columns;
    }

    private void add(TrialRow row, TextLines lines) {
        if (rows.putIfAbsent(row.key(), row) != null) {
            throw lines.fault("a trial has two rows").remedy("remove one of them");
        }
    }

    /** The rows, in the order in which they were added. */
    public List<TrialRow> rows() {
        return List.copyOf(rows.values());
    }

    /** The trials that have a row. */
    public Set<TrialKey> keys() {
        return Set.copyOf(rows.keySet());
    }

    /** Adds a row and writes the file. */
    public void add(TrialRow row, Provenance provenance) {
        rows.put(row.key(), row);
        write(provenance);
    }

    /** Writes the file. */
    public void write(Provenance provenance) {
        try (TableOutput table = TableOutput.open(file.toString(), columns(), provenance)) {
            rows.values().forEach(row -> table.row(line(row)));
            table.commit();
        }
    }

    private static String line(TrialRow row) {
        Condition condition = row.key().condition();
        TrialKey.Sizes sizes = row.key().sizes();
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(condition.task().number()),
                Integer.toString(sizes.sequences()),
                Long.toString(sizes.dataSeed()),
                condition.network(),
                condition.activation(),
                condition.init(),
                number(condition.scale(), DIGITS),
                Boolean.toString(condition.batchNorm()),
                number(condition.l2(), DIGITS),
                Integer.toString(sizes.epochs()),
                Integer.toString(sizes.explained()),
                Long.toString(row.key().seed()),
                row.version(),
                row.outcome().name().toLowerCase(Locale.ROOT),
                Integer.toString(row.epochs()),
                number(row.seconds(), SECONDS_DIGITS)));
        for (Figure figure : Figure.values()) {
            cells.add(number(row.figure(figure), DIGITS));
        }
        return String.join("\t", cells);
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? NONE : CFormat.g(value, digits);
    }

    private static TrialRow row(String line, TextLines lines) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns().size()) {
            throw lines.fault("the number of columns differs from the header")
                    .expected(Integer.toString(columns().size()))
                    .found(Integer.toString(cells.length));
        }
        try {
            return row(Arrays.asList(cells).iterator());
        } catch (IllegalArgumentException e) {
            throw lines.fault("the row is not a trial").found(line);
        }
    }

    /** Reads the cells in the order of the columns. */
    private static TrialRow row(Iterator<String> cells) {
        PaperTask task = PaperTask.numbered(Integer.parseInt(cells.next()));
        int sequences = Integer.parseInt(cells.next());
        long dataSeed = Long.parseLong(cells.next());
        String network = cells.next();
        String activation = cells.next();
        String init = cells.next();
        cells.next(); // the scale follows from the activation
        boolean batchNorm = Boolean.parseBoolean(cells.next());
        Condition condition =
                new Condition(task, network, activation, init, batchNorm, Double.parseDouble(cells.next()));
        int maxEpochs = Integer.parseInt(cells.next());
        TrialKey.Sizes sizes = new TrialKey.Sizes(sequences, dataSeed, maxEpochs, Integer.parseInt(cells.next()));
        TrialKey key = new TrialKey(condition, sizes, Long.parseLong(cells.next()));
        String version = cells.next();
        TrialRow.Outcome outcome = TrialRow.Outcome.valueOf(cells.next().toUpperCase(Locale.ROOT));
        int epochs = Integer.parseInt(cells.next());
        double seconds = value(cells.next());
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, value(cells.next()));
        }
        return new TrialRow(key, version, outcome, epochs, seconds, figures);
    }

    private static double value(String cell) {
        return cell.equals(NONE) ? Double.NaN : Double.parseDouble(cell);
    }
}
