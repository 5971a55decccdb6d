package org.expomotif.io.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.expomotif.io.TextLines;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.shard.ShardLabel;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Merges tables that each contain one shard of the rows, as written by {@link TableOutput} when the provenance ends
 * with the line of a {@link Shard}. The merged table has the same bytes as the table of an undivided run. The comments
 * of a shard come first, so that it is recognized without reading it to its end; its last line marks it as complete.
 */
public final class TableShards {
    /** The last line of a shard. */
    static final String END = "# end of the part";

    /** Maximum number of comments read to determine whether a file is a shard. */
    private static final int MAX_COMMENTS = 10_000;

    private final List<ShardLabel> shards;

    private TableShards(List<ShardLabel> shards) {
        this.shards = shards;
    }

    /**
     * Whether the file begins like a shard with one row per sequence: comments, the comment of the shard, and a header
     * that starts with {@code id}.
     */
    public static boolean isShard(String file) {
        Optional<ShardLabel> label = label(file);
        return label.isPresent() && label.get().head().getLast().startsWith("id\t");
    }

    /**
     * Reads the labels of the shards, given in any order.
     *
     * @throws UserException when the files are not all shards of one run
     */
    public static TableShards of(List<String> files) {
        List<ShardLabel> labels = files.stream()
                .map(file -> label(file)
                        .orElseThrow(() -> new UserException("the file is not a shard of an attribution")
                                .in(file)
                                .expected("what attribute --shard wrote")
                                .remedy("give all shards of one run and nothing else")))
                .toList();
        return new TableShards(ShardLabel.inOrder(labels, label -> label, "attribution"));
    }

    /**
     * The label of a shard, with its comments except for the last and its header; empty when the file is not a shard.
     */
    private static Optional<ShardLabel> label(String file) {
        try (TextLines lines = TextLines.open(file)) {
            List<String> comments = new ArrayList<>();
            String line = lines.next();
            while (line != null && line.startsWith("# ") && comments.size() < MAX_COMMENTS) {
                comments.add(line.substring(2));
                line = lines.next();
            }
            String header = line;
            return Shard.ofComments(comments)
                    .filter(shard -> header != null)
                    .map(shard -> new ShardLabel(
                            file,
                            shard,
                            Stream.concat(comments.subList(0, comments.size() - 1).stream(), Stream.of(header))
                                    .toList()));
        }
    }

    /** The comments of the merged table. */
    public List<String> comments() {
        List<String> head = shards.getFirst().head();
        return head.subList(0, head.size() - 1);
    }

    /** The header line. */
    public String header() {
        return shards.getFirst().head().getLast();
    }

    /** The files, in the order of their shards. */
    public List<String> files() {
        return shards.stream().map(ShardLabel::file).toList();
    }

    /**
     * Passes all rows to a consumer, in order.
     *
     * @throws UserException when a shard is truncated
     */
    public void forEachRow(Consumer<String> consumer) {
        for (String file : files()) {
            try (TextLines lines = TextLines.open(file)) {
                String line = lines.next();
                while (line != null && line.startsWith("# ")) {
                    line = lines.next();
                }
                line = lines.next();
                while (line != null && !line.startsWith("#")) {
                    consumer.accept(line);
                    line = lines.next();
                }
                checkEnd(line, file);
            }
        }
    }

    private static void checkEnd(@Nullable String line, String file) {
        if (!END.equals(line)) {
            throw new UserException("the shard is damaged (it ends early)")
                    .in(file)
                    .remedy("copy it again, or run the shard again");
        }
    }

    /** Writes the merged table. */
    public void write(String pathOrDash) {
        List<String> columns = List.of(header().split("\t", -1));
        try (TableOutput table = TableOutput.open(pathOrDash, columns, Provenance.of(comments()))) {
            forEachRow(table::row);
            table.commit();
        }
    }
}
