package org.expomotif.benchmark.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.io.table.TsvReader;

/** The figures that Koo and Ploenzke (2021) report, from the table {@code published.tsv} beside this class. */
public final class PublishedFigures {
    private static final String TABLE = "published.tsv";
    private static final Map<Place, Published> ALL = read();

    private record Place(Condition condition, Figure figure) {}

    private PublishedFigures() {}

    /** How a figure is given. */
    public enum Kind {
        /** In a table: mean and standard deviation over ten trials. */
        TABLE,
        /** In the text or in a table, as a mean only. */
        TEXT,
        /** In a plot, from which the mean was read. */
        FIGURE,
        /** In a plot, from which the lowest and the highest of ten trials were read. */
        TRIALS,
        /** In a plot or in the text: the mean lies between two numbers. */
        BOUNDS
    }

    /** A row of the table. */
    record Row(
            int task,
            String network,
            String activation,
            String init,
            @TsvColumn("batch_norm") boolean batchNorm,
            double l2,
            String figure,
            double value,
            double sd,
            double low,
            double high,
            Kind kind) {}

    /** A published figure of a condition, if there is one. */
    public static Optional<Published> of(Condition condition, Figure figure) {
        return Optional.ofNullable(ALL.get(new Place(condition, figure)));
    }

    /** The conditions that have a published figure. */
    static Set<Condition> conditions() {
        return ALL.keySet().stream().map(Place::condition).collect(Collectors.toSet());
    }

    private static Map<Place, Published> read() {
        Map<Place, Published> all = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(PublishedFigures.class.getResourceAsStream(TABLE))) {
            TsvReader.forEach(in, TABLE, Row.class, row -> {
                Condition condition = new Condition(
                        PaperTask.numbered(row.task), row.network, row.activation, row.init, row.batchNorm, row.l2);
                Published figure = new Published(row.value, row.sd, row.low, row.high, row.kind);
                if (all.put(new Place(condition, Figure.named(row.figure)), figure) != null) {
                    throw new IllegalStateException("two published figures: " + row);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
